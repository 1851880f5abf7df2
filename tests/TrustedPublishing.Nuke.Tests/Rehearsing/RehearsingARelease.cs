using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rehearsing;

/// <summary>The target <c>Rehearse</c>, as a newcomer runs it.</summary>
[Trait("Speed", "Slow")]
public sealed partial class RehearsingARelease
{
    [Fact]
    public async Task PublishesChecksAndInstalls()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("The Simple API lists all 2 files with the hashes that were sent", result.Output, StringComparison.Ordinal);
        Assert.Equal(Peers.TryFind("python3") is not null, result.Output.Contains("pip installed greeter 1.0.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("Off", false)]
    public async Task AttestsTheFilesByDefault(string mode, bool attests)
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--pypi-attestations", mode, "--pypi-attestation-folder", "kept/attestations"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(attests, result.Output.Contains("Attested greeter-1.0.0-py3-none-any.whl, entry ", StringComparison.Ordinal));
        Assert.Equal(attests, result.Output.Contains("Attested greeter-1.0.0.tar.gz, entry ", StringComparison.Ordinal));
        var files = Directory.GetFiles(repository.Combine("kept", "attestations")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            attests ? ["greeter-1.0.0-py3-none-any.whl.publish.attestation", "greeter-1.0.0.tar.gz.publish.attestation"] : [],
            files.Select(file => Path.GetFileName(file)));
        Assert.All(files, file => Assert.Contains(
            Path.GetFileName(file).Replace(".publish.attestation", "", StringComparison.Ordinal),
            System.Text.Encoding.UTF8.GetString(Attestation.Parse(File.ReadAllText(file)).Statement.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task CanBeRepeatedOnStoredData()
    {
        using var repository = new SampleRepository();

        var first = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-data", "kept"]);
        var second = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-data", "kept"]);

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
    }

    [Fact]
    public async Task ShowsNoSecretAtTheHighestVerbosity()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--verbosity", "verbose"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Exchanged for an API token", result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Secrets(), result.Output);
        Assert.DoesNotMatch(Secrets(), string.Concat(Directory.EnumerateFiles(repository.Combine(".nuke"), "*.log", SearchOption.AllDirectories).Select(File.ReadAllText)));
    }

    [Fact]
    public async Task SimulatesFaultsAndSaysWhichFileIsMissing()
    {
        using var repository = new SampleRepository();
        repository.Write("faults.txt", "upload *.whl status 400\n");

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-faults", "faults.txt"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NOT uploaded", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesPages()
    {
        using var repository = new SampleRepository();
        repository.Write("artifacts/rehearsal/project/gone/index.html", "of an earlier rehearsal");

        var result = await repository.RunAsync("PythonOnly", ["Rehearse"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains($"Pages of the rehearsal, with what PyPI will show: {repository.Combine("artifacts/rehearsal/index.html")}", result.Output, StringComparison.Ordinal);
        Assert.Contains("<h1>greeter 1.0.0</h1>", await File.ReadAllTextAsync(repository.Combine("artifacts/rehearsal/project/greeter/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Identity exchanged for an API token", await File.ReadAllTextAsync(repository.Combine("artifacts/rehearsal/_/rehearsal/timeline/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(Directory.Exists(repository.Combine("artifacts/rehearsal/project/gone")));
    }

    /// <summary>A shell script simulates the desktop's opener; the build does not wait for it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpensThePagesOnRequest(bool asks)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux opens pages with a program that a test can play.");
        using var repository = new SampleRepository();
        using var tools = new TemporaryDirectory();
        tools.WriteProgram("xdg-open", $"#!/bin/sh\nprintf %s \"$1\" > '{tools.Combine("new")}' && mv '{tools.Combine("new")}' '{tools.Combine("opened")}'\n");

        var result = await repository.RunAsync("PythonOnly", asks ? ["Rehearse", "--rehearsal-open"] : ["Rehearse"],
            new Dictionary<string, string> { ["PATH"] = $"{tools.Path}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.True(!asks || SpinWait.SpinUntil(() => File.Exists(tools.Combine("opened")), Patience.Limit), result.Output);
        Assert.Equal(asks ? repository.Combine("artifacts/rehearsal/index.html") : null, asks ? await File.ReadAllTextAsync(tools.Combine("opened"), TestContext.Current.CancellationToken) : File.Exists(tools.Combine("opened")) ? "opened" : null);
    }

    [Fact]
    public async Task WritesPagesEvenIfItFails()
    {
        using var repository = new SampleRepository();
        repository.Write("faults.txt", "upload *.whl status 400\n");

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-faults", "faults.txt"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("page-bad\">400", await File.ReadAllTextAsync(repository.Combine("artifacts/rehearsal/_/rehearsal/timeline/index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhenThePagesCannotBeWritten()
    {
        using var repository = new SampleRepository();
        repository.Write("artifacts/rehearsal", "a file");

        var result = await repository.RunAsync("PythonOnly", ["Rehearse"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("The pages of the rehearsal cannot be written to", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesTheLineOfAnInvalidFault()
    {
        using var repository = new SampleRepository();
        repository.Write("faults.txt", "upload 1 explode\n");

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-faults", "faults.txt"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("explode", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    /// <summary>An API token, a JSON Web Token, an authorisation header.</summary>
    [GeneratedRegex("pypi-[A-Za-z0-9_-]{16,}|eyJ[A-Za-z0-9_-]{16,}|[Bb]earer [A-Za-z0-9_-]{8,}|Basic [A-Za-z0-9+/=]{8,}")]
    private static partial Regex Secrets();
}
