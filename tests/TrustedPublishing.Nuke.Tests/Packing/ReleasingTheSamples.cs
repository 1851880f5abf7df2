using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>Each sample is released to the embedded index, installed from it by pip, and run. The sample tool is, in <see cref="AToolForPythonUsers"/>.</summary>
[Trait("Speed", "Slow")]
public sealed class ReleasingTheSamples
{
    [Theory]
    [InlineData("native-lib", "pip installed adder 0.3.0", "python -m adder: 40 + 2 = 42")]
    [InlineData("nupkg-natives", "pip installed sqlite-natives 3.53.3", "python -m sqlite_natives: SQLite 3.53.3")]
    public async Task InstallsAndRunsThem(string sample, string installed, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What the samples are said to give is what they give on Linux.");
        using var copy = new SampleCopy(sample);
        AssertReleased(copy, await copy.RunAsync("Rehearse"), installed, said);
    }

    [Fact]
    public async Task CreatesANuGetPackageInAdditionToTheWheel()
    {
        using var copy = new SampleCopy("both");
        var output = await copy.RunAsync("Rehearse");
        Assert.Equal("both-hello.2.0.0.nupkg", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(copy.Folder, "artifacts", "packages")))));
        Assert.StartsWith("both_hello-2.0.0-py3-none-", Path.GetFileName(Assert.Single(copy.Wheels)), StringComparison.Ordinal);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What the samples are said to give is what they give on Linux.");
        AssertReleased(copy, output, "pip installed both-hello 2.0.0", "python -m both_hello: Hello from NuGet and from PyPI!");
    }

    /// <summary>The release was complete; where there is a Python, it installed the wheel and ran it.</summary>
    internal static void AssertReleased(SampleCopy copy, string output, string installed, string said)
    {
        Assert.Contains("The Simple API lists ", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(copy.Distributions, "SHA256SUMS")));
        if (Peers.TryFind("python3") is not null && !output.Contains("Not installed", StringComparison.Ordinal))
        {
            Assert.Contains(installed, output, StringComparison.Ordinal);
            Assert.Contains(said, output, StringComparison.Ordinal);
        }
    }
}
