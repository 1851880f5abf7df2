using TrustedPublishing.Distributions;
using TrustedPublishing.Inspection;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Tests.Inspection;

/// <summary>Wheels built by other tools are compared with their binaries before a release.</summary>
public sealed class InspectingPlatformWheels
{
    private static readonly byte[] Program = ElfForge.Glibc("GLIBC_2.17", "GLIBC_2.34").Bytes();

    [Fact]
    public async Task NamesTheFileAndTheSymbolIfTheTagPromisesTooMuch()
    {
        var finding = Assert.Single(await WarningsAsync("manylinux_2_17_x86_64", new ZipPart("greeter/tool", Program).Deflated()));
        Assert.Equal(
            "The tag manylinux_2_17_x86_64 promises more than greeter/tool supports: it needs use_glibc_2_34@GLIBC_2.34 of libc.so.6, as manylinux_2_34_x86_64 says.", finding.Text);
        Assert.Equal("greeter-1.0-py3-none-manylinux_2_17_x86_64.whl", finding.FileName);
    }

    [Fact]
    public async Task AcceptsACorrectTag() => Assert.Empty(await WarningsAsync("manylinux_2_34_x86_64", new ZipPart("greeter/tool", Program).Deflated()));

    [Fact]
    public async Task ChecksEachTagOfASet() =>
        Assert.Contains("musllinux_1_2_x86_64", Assert.Single(await WarningsAsync("manylinux_2_34_x86_64.musllinux_1_2_x86_64", new ZipPart("greeter/tool", Program))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task NamesTheBinariesOfAWheelForAllPlatforms()
    {
        var finding = Assert.Single(await WarningsAsync("any", new ZipPart("greeter/b.bin", PeForge.Native()), new ZipPart("greeter/a.dll", PeForge.Managed())));
        Assert.Equal("The wheel is tagged as platform-neutral but contains native binaries: greeter/b.bin.", finding.Text);
    }

    [Fact]
    public async Task NamesALibraryThatSomeSystemsLack() => Assert.Contains(
        "greeter/tool needs libssl.so.3",
        Assert.Single(await WarningsAsync("manylinux_2_34_x86_64", new ZipPart("greeter/tool", (ElfForge.Glibc() with { Needed = ["libssl.so.3"] }).Bytes()))).Text,
        StringComparison.Ordinal);

    [Fact]
    public async Task SaysThatABinaryIsDamaged() =>
        Assert.Contains("greeter/tool looks like a binary", Assert.Single(await WarningsAsync("manylinux_2_34_x86_64", new ZipPart("greeter/tool", Program[..200]))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task ComparesTheTagsInTheWheelWithItsName()
    {
        var finding = Assert.Single(await WarningsAsync("win32", wheelTag: "py3-none-any"));
        Assert.Equal("WHEEL has the tags py3-none-any, the file name py3-none-win32.", finding.Text);
    }

    private static Task<IReadOnlyList<Finding>> WarningsAsync(string platform, params IEnumerable<ZipPart> parts) =>
        WarningsAsync(platform, null, parts);

    private static async Task<IReadOnlyList<Finding>> WarningsAsync(string platform, string? wheelTag, params IEnumerable<ZipPart> parts)
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Combine($"greeter-1.0-py3-none-{platform}.whl");
        var tags = string.Concat((wheelTag is null ? platform.Split('.').Select(each => $"py3-none-{each}") : [wheelTag]).Select(tag => $"Tag: {tag}\n"));
        var wheel = new ZipPart($"{TestWheel.Folder}/WHEEL", $"Wheel-Version: 1.0\nRoot-Is-Purelib: false\n{tags}");
        await File.WriteAllBytesAsync(
            path,
            ZipForge.Pack([.. TestWheel.With(parts).Select(part => part.LocalName.AsSpan().SequenceEqual(wheel.LocalName) ? wheel : part)]),
            TestContext.Current.CancellationToken);
        return (await Options.Of(PackageIndex.PyPI).Inspector.InspectAsync([path], null, TestContext.Current.CancellationToken)).Warnings;
    }
}
