using System.IO.Compression;
using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>A .NET program is published for other systems, and each wheel has the right tag.</summary>
[Trait("Speed", "Slow")]
public sealed partial class AToolForEveryPlatform
{
    private static readonly KeyValuePair<string, string> FrameworkDependent = new("SAMPLE_DEPLOYMENT", "FrameworkDependent");

    [Fact]
    public async Task HasTheRightTagForEachPlatform()
    {
        using var copy = new SampleCopy("both");

        await copy.RunAsync("PackingATool", ["Pack", "--runtime-identifiers", "linux-musl-x64;osx-arm64;win-x64;win-x86"], new Dictionary<string, string>([FrameworkDependent]));

        Assert.Equal(
            ["macosx_12_0_arm64", "musllinux_1_2_x86_64", "win32", "win_amd64"],
            copy.Wheels.Select(wheel => Path.GetFileNameWithoutExtension(wheel).Split('-')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal("both_hello-2.0.0.data/scripts/both-hello.exe", Scripts(copy.Wheels.Single(wheel => wheel.Contains("win32", StringComparison.Ordinal))));
        await IsRefusedByPip(copy.Wheels.Single(wheel => wheel.Contains("musllinux", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task HasTheSameBytesInAnotherFolderAndTimeZone()
    {
        using var one = new SampleCopy("both");
        using var other = new SampleCopy("both");
        string[] arguments = ["Pack"];
        await one.RunAsync("PackingATool", arguments, new Dictionary<string, string>([FrameworkDependent, new("TZ", "UTC")]));
        await other.RunAsync("PackingATool", arguments, new Dictionary<string, string>([FrameworkDependent, new("TZ", "Asia/Tokyo")]));

        Assert.Equal(Path.GetFileName(Assert.Single(one.Wheels)), Path.GetFileName(Assert.Single(other.Wheels)));
        Assert.Equal(await File.ReadAllBytesAsync(one.Wheels[0], TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(other.Wheels[0], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task HasATagThatAgreesWithObjdumpIfSelfContained()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What needs glibc is published on Linux.");
        var objdump = Peers.Find("objdump");
        using var copy = new SampleCopy("both");

        await copy.RunAsync("PackingATool", ["Pack", "--runtime-identifiers", "linux-x64"]);

        var program = Path.Combine(copy.Folder, ".nuke", "temp", "tool", "linux-x64", "both");
        var printed = await ChildProcess.RunAsync(objdump, ["-T", program], cancellationToken: TestContext.Current.CancellationToken);
        var glibc = Glibc().Matches(printed.Output).Select(match => Version.Parse(match.Groups[1].Value)).Max()!;
        Assert.EndsWith($"-manylinux_{glibc.Major}_{glibc.Minor}_x86_64.whl", Assert.Single(copy.Wheels), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsPackedForAllPlatformsWithoutANativeHost()
    {
        using var copy = new SampleCopy("both");
        await copy.RunAsync("PackingATool", ["Pack", "--runtime-identifiers", "any"]);
        Assert.Equal("both_hello-2.0.0-py3-none-any.whl", Path.GetFileName(Assert.Single(copy.Wheels)));
    }

    private static string Scripts(string wheel)
    {
        using var archive = ZipFile.OpenRead(wheel);
        return Assert.Single(archive.Entries.Select(entry => entry.FullName), name => name.Contains("/scripts/", StringComparison.Ordinal));
    }

    private static async Task IsRefusedByPip(string wheel)
    {
        if (Peers.TryFind("python3") is { } python && OperatingSystem.IsLinux())
        {
            using var folder = new TemporaryDirectory();
            var result = await ChildProcess.RunAsync(
                python, ["-m", "pip", "--isolated", "install", "--no-index", "--target", folder.Path, wheel], cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.Output.Contains("is not a supported wheel on this platform", StringComparison.Ordinal) || result.Output.Contains("No module named pip", StringComparison.Ordinal), result.Output);
        }
    }

    [GeneratedRegex(@"GLIBC_([0-9]+\.[0-9]+)")]
    private static partial Regex Glibc();
}
