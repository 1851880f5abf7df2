using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>Each sample is released to the embedded index, installed from it by pip, and run.</summary>
public sealed class ReleasingTheSamples
{
    [Theory]
    [InlineData("hello-tool", "pip installed hello-dotnet-tool 1.2.3b4", "python -m hello_dotnet_tool: Hello, world!")]
    [InlineData("native-lib", "pip installed adder 0.3.0", "python -m adder: 40 + 2 = 42")]
    [InlineData("nupkg-natives", "pip installed sqlite-natives 3.53.3", "python -m sqlite_natives: SQLite 3.53.3")]
    [InlineData("both", "pip installed both-hello 2.0.0", "python -m both_hello: Hello from NuGet and from PyPI!")]
    public async Task InstallsAndRunsThem(string sample, string installed, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What the samples are said to give is what they give on Linux.");
        using var copy = new SampleCopy(sample);

        var output = await copy.RunAsync("Rehearse");

        Assert.Contains("The Simple API lists ", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(copy.Distributions, "SHA256SUMS")));
        if (Peers.TryFind("python3") is not null && !output.Contains("Not installed", StringComparison.Ordinal))
        {
            Assert.Contains(installed, output, StringComparison.Ordinal);
            Assert.Contains(said, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CreatesANuGetPackageInAdditionToTheWheel()
    {
        using var copy = new SampleCopy("both");
        await copy.RunAsync("Pack");
        Assert.Equal("both-hello.2.0.0.nupkg", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(copy.Folder, "artifacts", "packages")))));
        Assert.StartsWith("both_hello-2.0.0-py3-none-", Path.GetFileName(Assert.Single(copy.Wheels)), StringComparison.Ordinal);
    }
}
