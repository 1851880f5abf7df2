using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rehearsing;

/// <summary>The target <c>Rehearse</c>, as a newcomer runs it.</summary>
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
    public async Task AttestsTheFilesUnlessToldOtherwise(string mode, bool attests)
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--pypi-attestations", mode]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(attests, result.Output.Contains("Attested greeter-1.0.0-py3-none-any.whl, entry ", StringComparison.Ordinal));
        Assert.Equal(attests, result.Output.Contains("Attested greeter-1.0.0.tar.gz, entry ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CanBeRepeatedOnKeptData()
    {
        using var repository = new SampleRepository();

        var first = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-data", "kept"]);
        var second = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-data", "kept"]);

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
    }

    [Fact]
    public async Task ShowsNoSecretAtTheMostVerbose()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--verbosity", "verbose"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Exchanged for an API token", result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Secrets(), result.Output);
        Assert.DoesNotMatch(Secrets(), string.Concat(Directory.EnumerateFiles(repository.Combine(".nuke"), "*.log", SearchOption.AllDirectories).Select(File.ReadAllText)));
    }

    [Fact]
    public async Task PlaysFaultsAndSaysWhichFileIsMissing()
    {
        using var repository = new SampleRepository();
        repository.Write("faults.txt", "upload *.whl status 400\n");

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-faults", "faults.txt"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NOT uploaded", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesTheLineOfAFaultThatItDoesNotUnderstand()
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
