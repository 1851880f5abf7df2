using TrustedPublishing.Nuke.Workflow;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated workflow, played step by step, each job in its own folder, publishing to an index.</summary>
[Trait("Speed", "Slow")]
public sealed class PlayingTheWorkflow
{
    [Fact]
    public async Task PublishesTheSealedFiles()
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);

        await played.BuildAsync();
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], played.Published);
    }

    /// <summary>Index and token service are on this machine, so any audience is accepted: the command line shows what is declared.</summary>
    [Theory]
    [InlineData("packages.example.com", "Publish --skip --pypi-audience packages.example.com")]
    [InlineData(null, "Publish --skip")]
    public async Task DeclaresTheAudienceOfAnotherIndex(string? audience, string expected)
    {
        var settings = GeneratedWorkflow.Settings;
        (settings.Index, settings.Audience) = ("https://packages.example.org/legacy/", audience);
        await using var played = await PlayedRelease.StartAsync(settings);
        await played.BuildAsync();
        using var programs = new TemporaryDirectory();
        programs.WriteProgram("dotnet", $"#!/bin/sh\necho \"$*\" >> '{programs.Combine("arguments")}'\nexec '{Peers.Find("dotnet")}' \"$@\"\n");
        played.Programs = programs.Path;

        Assert.True(await played.PublishAsync(), played.Log);

        Assert.EndsWith($" {expected}\n", await File.ReadAllTextAsync(programs.Combine("arguments"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, played.Published.Count());
    }

    /// <summary>
    /// A step before Pack, a package's build script or a compiler replaces the compiled build and the file in the publisher's place.
    /// </summary>
    [Fact]
    public async Task NeverRunsWhatTheBuildJobPutInPlaceOfTheCompiledBuild()
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);
        await played.CompileAsync();

        Assert.True(await played.BuildAsync(0, before: ("Seal the distributions", () =>
        {
            played.Sources(0).Write($"build/bin/Debug/{SampleRepository.Facts.BuildAssembly}", "evil");
            played.Sources(0).Write("handed-over/publisher/publisher.tar", "evil");
        })), played.Log);
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(2, played.Published.Count());
        Assert.Equal(["Hand over the distributions"], played.Actions.Where(action => action.Action == "actions/upload-artifact").Select(action => action.Step).Except(["Hand over the publisher"]));
    }

    [Theory]
    [InlineData(GitHubReleaseMode.Draft, false, "release create v1.0.0 --verify-tag --title v1.0.0 --generate-notes --draft")]
    [InlineData(GitHubReleaseMode.Published, false, "release create v1.0.0 --verify-tag --title v1.0.0 --generate-notes")]
    [InlineData(GitHubReleaseMode.Draft, true, null)]
    public async Task AddsThePublishedFilesToTheReleaseOfTheTag(GitHubReleaseMode mode, bool exists, string? created)
    {
        var settings = GeneratedWorkflow.Settings;
        settings.GitHubRelease = mode;
        await using var played = await PlayedRelease.StartAsync(settings);
        await played.BuildAsync();
        Assert.True(await played.PublishAsync("Seal the attestations", handedOver => File.WriteAllText(Path.Combine(handedOver, "attestations", "greeter-1.0.0.tar.gz.publish.attestation"), "{}")), played.Log);
        using var folder = new TemporaryDirectory();

        Assert.True(await played.ReleaseAsync(folder, exists), played.Log);

        var commands = (await File.ReadAllLinesAsync(folder.Combine("gh.log"), TestContext.Current.CancellationToken)).Select(line => line.Replace("a-token octo-org/greeter ", "", StringComparison.Ordinal));
        Assert.Equal(
            ["release view v1.0.0", .. created is null ? [] : (string[])[created], "release upload v1.0.0 --clobber SHA256SUMS release/greeter-1.0.0-py3-none-any.whl release/greeter-1.0.0.tar.gz release/greeter-1.0.0.tar.gz.publish.attestation"],
            commands);
        Assert.Matches("(?m)^[0-9a-f]{64}  greeter-1.0.0.tar.gz$", await File.ReadAllTextAsync(folder.Combine("SHA256SUMS"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("distributions-ubuntu-24.04/greeter-1.0.0.tar.gz", "greeter-1.0.0.tar.gz in handed-over/ubuntu-24.04 is not the file that was sealed.")]
    [InlineData("attestations/greeter-1.0.0.tar.gz.publish.attestation", "::error::handed-over/attestations contains files that SHA256SUMS does not list, or lacks some that it lists: ")]
    [InlineData("attestations/SHA256SUMS", "handed-over/attestations/SHA256SUMS is not what the job publish sealed.")]
    public async Task AddsNoTamperedFilesToTheReleaseOfTheTag(string file, string refusal)
    {
        var settings = GeneratedWorkflow.Settings;
        settings.GitHubRelease = GitHubReleaseMode.Draft;
        await using var played = await PlayedRelease.StartAsync(settings);
        await played.BuildAsync();
        Assert.True(await played.PublishAsync(), played.Log);
        await File.AppendAllTextAsync(played.Artifact(file), "x", TestContext.Current.CancellationToken);
        using var folder = new TemporaryDirectory();

        Assert.False(await played.ReleaseAsync(folder, exists: false));

        Assert.Contains(refusal, played.Log, StringComparison.Ordinal);
        Assert.Contains(" It was published but not added to the release.", played.Log, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Combine("gh.log")));
    }

    [Fact]
    public async Task RehearsesAReleaseForAPullRequestFromAForkAndRunsNothingElse()
    {
        using var artifacts = new TemporaryDirectory();
        using var sources = SampleRepository.WithBuild();
        var settings = GeneratedWorkflow.Settings;
        settings.OnPullRequest = true;
        var runner = new PlayedRunner(
            GeneratedWorkflow.Parse(GeneratedWorkflow.Text(settings, SampleRepository.Facts)), artifacts.Path,
            new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_EVENT_NAME"] = "pull_request", ["GITHUB_REPOSITORY"] = "fork/greeter" });

        Assert.True(await runner.PlayAsync("rehearse", sources.Path), runner.Log);

        Assert.Contains("Rehearsing against an embedded index", runner.Log, StringComparison.Ordinal);
        foreach (var job in new[] { "compile-publisher", "build", "publish" })
        {
            Assert.False(runner.Runs(job));
        }
    }

    [Theory]
    [InlineData("notes.txt", "artifacts/distributions contains files that SHA256SUMS does not list, or lacks some that it lists: notes.txt.")]
    [InlineData("more/notes.txt", "artifacts/distributions contains files that SHA256SUMS does not list, or lacks some that it lists: more/notes.txt.")]
    public async Task ReportsFilesThatAreNotDistributionsInTheBuildJob(string file, string refusal)
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);
        played.Sources(0).Write($"artifacts/distributions/{file}", "x");

        Assert.False(await played.BuildAsync(0));

        Assert.Contains($"::error::{refusal} Pack again into an empty folder, and make sure that SHA256SUMS lists every distribution.", played.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResumesAStoppedReleaseIfOnlyThePublishingJobIsRerun()
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);
        await played.BuildAsync();
        Assert.False(await played.PublishAsync(handedOver => File.Delete(Path.Combine(handedOver, "publisher", "publisher.tar"))));

        Assert.True(await played.PublishAsync(), played.Log);
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(2, played.Published.Count());
        Assert.Equal(2, played.Index.Requests.Count(request => request is { Method: "POST", Path: "/legacy/" }));
    }

    [Theory]
    [InlineData("10.0.0", "", "")]
    [InlineData("10.0.0", "10.0.12", null)]
    [InlineData("10.0.7", "10.0.3", "10.0.107")]
    [InlineData("10.0.7", "10.1.0", null)]
    [InlineData("11.0.0", "10.0.12", "11.0.100")]
    [InlineData("11.0.0", "12.0.0", "11.0.100")]
    [InlineData("11.0.0", "11.0.0-rc.2.25502.107", "11.0.100")]
    [InlineData("11.0.0-rc.1.25451.107", "11.0.0-rc.1.25451.107", null)]
    [InlineData("11.0.0-rc.1.25451.107", "10.0.12", "11.0.100-rc.1.25451.107")]
    public async Task SetsUpThePublishersDotNetVersionOnlyIfItIsMissing(string compiledFor, string there, string? sdk)
    {
        using var folder = new TemporaryDirectory();
        var commands = new PublisherProgram(GeneratedWorkflow.Facts);
        folder.Write("build/bin/Debug/_build.runtimeconfig.json", $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{compiledFor}}" } } }""");
        folder.WriteProgram("bin/dotnet", $"#!/bin/sh\n{(there.Length == 0 ? "exit 1" : $"echo 'Microsoft.AspNetCore.App 99.0.0 [/usr/share]'; echo 'Microsoft.NETCore.App {there} [/usr/share/dotnet]'")}\n");
        var step = LintedFiles.Commands(OptionSets.GitHub["Tags"]).Single(command => command.Contains("sdk=", StringComparison.Ordinal)).Replace("tar -xf handed-over/publisher/publisher.tar\n", "", StringComparison.Ordinal);

        var result = await PlayedShell.RunAsync(step, folder.Path, new Dictionary<string, string?> { ["GITHUB_OUTPUT"] = folder.Combine("output"), ["PATH"] = $"{folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal($"sdk={(sdk is "" ? "10.0.100" : sdk)}\n", await File.ReadAllTextAsync(folder.Combine("output"), TestContext.Current.CancellationToken));
        Assert.Contains("has \"$name\" \"$version\" || refuse", commands.LookForDotNet("refuse"), StringComparison.Ordinal);
    }
}
