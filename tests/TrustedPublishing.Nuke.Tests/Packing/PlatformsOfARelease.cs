using TrustedPublishing.Nuke.Packing;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>Packing fails unless the release has a wheel for each declared runtime identifier.</summary>
public sealed class PlatformsOfARelease
{
    [Theory]
    [InlineData("linux-x64", "manylinux_2_17_x86_64.manylinux2014_x86_64", true)]
    [InlineData("linux-x64", "manylinux2014_aarch64", false)]
    [InlineData("linux-x64", "musllinux_1_2_x86_64", false)]
    [InlineData("linux-x64", "linux_x86_64", false)]
    [InlineData("linux-x64", "any", false)]
    [InlineData("linux-musl-arm64", "manylinux_2_17_aarch64.musllinux_1_2_aarch64", true)]
    [InlineData("linux-arm", "manylinux_2_31_armv7l", true)]
    [InlineData("osx-x64", "macosx_11_0_universal2", true)]
    [InlineData("osx-arm64", "macosx_11_0_universal2", true)]
    [InlineData("osx-arm64", "macosx_11_0_x86_64", false)]
    [InlineData("osx", "macosx_11_0_x86_64", true)]
    [InlineData("win-x86", "win32", true)]
    [InlineData("win-x64", "win32", false)]
    [InlineData("win-arm64", "win_arm64", true)]
    [InlineData("any", "any", true)]
    [InlineData("any", "win_amd64", false)]
    [InlineData("linux-x99", "any", false)]
    public void AreCountedByTheTagsInFileNames(string runtime, string tags, bool isThere) =>
        Assert.Equal(isThere ? [] : [runtime], MissingPlatforms.Find([runtime], ["/dist/greeter-1.0.tar.gz", $"/dist/greeter-1.0-py3-none-{tags}.whl", "/dist/notes.txt"]));

    [Fact]
    public async Task AreNamedIfDeclaredButNotPacked()
    {
        using var repository = new SampleRepository();
        Directory.CreateDirectory(repository.Combine("natives", "linux-x64"));
        await File.WriteAllBytesAsync(repository.Combine("natives", "linux-x64", "greeter.native"), ElfForge.Glibc("GLIBC_2.28").Bytes(), TestContext.Current.CancellationToken);

        var result = await repository.RunAsync("PackingNatives", ["Pack"], new Dictionary<string, string> { ["SAMPLE_RUNTIMES"] = "linux-x64,win-x64,osx-arm64" });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No wheel is for win-x64, osx-arm64, which --runtime-identifiers or the build's ReleaseRuntimeIdentifiers declare.", result.Output, StringComparison.Ordinal);
        Assert.Contains("are: greeter-1.0.0-py3-none-manylinux_2_28_x86_64.whl.", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Combine("artifacts", "distributions", "SHA256SUMS")));
    }

    [Fact]
    public async Task ArePackedIfDeclared()
    {
        using var repository = new SampleRepository();
        foreach (var runtime in new[] { "linux-x64", "win-x64" })
        {
            Directory.CreateDirectory(repository.Combine("natives", runtime));
        }

        await File.WriteAllBytesAsync(repository.Combine("natives", "linux-x64", "greeter.native"), ElfForge.Glibc("GLIBC_2.28").Bytes(), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(repository.Combine("natives", "win-x64", "greeter.native"), PeForge.Native(), TestContext.Current.CancellationToken);

        Assert.Equal(0, (await repository.RunAsync("PackingNatives", ["Pack"], new Dictionary<string, string> { ["SAMPLE_RUNTIMES"] = "win-x64" })).ExitCode);

        Assert.Equal("greeter-1.0.0-py3-none-win_amd64.whl", Path.GetFileName(Assert.Single(Directory.GetFiles(repository.Combine("artifacts", "distributions"), "*.whl"))));
    }
}
