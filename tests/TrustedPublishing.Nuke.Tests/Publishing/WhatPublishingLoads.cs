using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>
/// The program that publishes does not load what only other targets need. NUKE reads the types of every loaded library at startup, which loads their
/// dependencies (Octokit, which NUKE itself needs, and the embedded index), but nothing of ASP.NET Core.
/// </summary>
public sealed class WhatPublishingLoads
{
    [Fact]
    public async Task ExcludesTheCodeOfOtherTargets()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("REAL_NUKE_BUILDS") is { Length: > 0 }, "NUKE itself reads YAML with YamlDotNet.");
        using var repository = new SampleRepository();
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" });
        Assert.Equal(0, (await repository.RunAsync("PythonOnly", ["Pack"])).ExitCode);
        var job = index.JobEnvironment();

        var result = await repository.RunAsync(
            "PythonOnly", ["Publish", "--skip"],
            new Dictionary<string, string>(job) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri, ["PYPI_REPOSITORY"] = "octo-org/greeter", ["SAMPLE_ASSEMBLIES"] = repository.Combine("loaded.txt") });

        Assert.True(result.ExitCode == 0, result.Output);
        var loaded = await File.ReadAllLinesAsync(repository.Combine("loaded.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("TrustedPublishing.Nuke", loaded);
        Assert.DoesNotContain(loaded, name => name == "YamlDotNet" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal));
    }
}
