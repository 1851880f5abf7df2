using TrustedPublishing.Nuke.Workflow;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// Platform wheels: compiled to native code by one job each, or packed by a single job. The publishing job merges them into one release.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class PlayingPlatforms
{
    private const string Linux = "greeter-1.0.0-py3-none-manylinux_2_28_x86_64.whl";
    private const string MacOS = "greeter-1.0.0-py3-none-macosx_12_0_arm64.whl";
    private const string Windows = "greeter-1.0.0-py3-none-win_amd64.whl";

    private static readonly Dictionary<string, byte[]> Natives = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = ElfForge.Glibc("GLIBC_2.28").Bytes(),
        ["win-x64"] = PeForge.Native(),
        ["osx-arm64"] = MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(12), MachOForge.Signature()),
    };

    [Fact]
    public async Task PacksEachPlatformInItsOwnJobAndPublishesThemTogether()
    {
        await using var played = await StartAsync(isNativeAot: true);

        await played.CompileAsync();
        foreach (var (leg, wheel) in new[] { Linux, Windows, MacOS }.Index())
        {
            Assert.True(await played.BuildAsync(leg), played.Log);
            Assert.Equal(wheel, Path.GetFileName(Assert.Single(Directory.GetFiles(played.Artifact($"distributions-{Natives.Keys.ElementAt(leg)}"), "*.whl"))));
        }

        Assert.True(await played.PublishAsync(), played.Log);
        Assert.Equal([MacOS, Linux, Windows], played.Published);
    }

    [Fact]
    public async Task PacksEveryPlatformInOneJobIfNoNativeCodeIsCompiled()
    {
        await using var played = await StartAsync(isNativeAot: false);

        await played.BuildAsync();
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal([MacOS, Linux, Windows], played.Published);
    }

    [Fact]
    public async Task FailsTheOnlyJobIfAPlatformHasNoWheel()
    {
        await using var played = await StartAsync(isNativeAot: false);
        Directory.Delete(played.Sources(0).Combine("natives", "osx-arm64"), recursive: true);

        Assert.False(await played.BuildAsync(0));

        Assert.Contains("No wheel is for osx-arm64, which --runtime-identifiers or the build's ReleaseRuntimeIdentifiers declare. In ", played.Log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(played.Artifact("distributions-ubuntu-24.04")));
    }

    [Fact]
    public async Task FailsTheJobOfAPlatformThatHasNoFiles()
    {
        await using var played = await StartAsync(isNativeAot: true);
        Directory.Delete(played.Sources(1).Combine("natives", "win-x64"), recursive: true);

        Assert.False(await played.BuildAsync(1));

        Assert.Contains("There are no native files to pack for win-x64.", played.Log, StringComparison.Ordinal);
    }

    /// <summary>A release is not published if a declared part is missing.</summary>
    [Fact]
    public async Task PublishesNothingIfTheJobOfAPlatformDidNotRun()
    {
        await using var played = await StartAsync(isNativeAot: true);
        await played.BuildAsync();
        Assert.True(await played.BuildAsync(1), played.Log);
        Directory.CreateDirectory(played.Artifact("distributions-osx-arm64"));

        Assert.False(await played.PublishAsync());

        Assert.Contains("::error::SHA256SUMS is missing in handed-over/osx-arm64. Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    private static async Task<PlayedRelease> StartAsync(bool isNativeAot)
    {
        var settings = new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], RuntimeIdentifiers = [.. Natives.Keys] };
        var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Text(settings, SampleRepository.Facts with { Platforms = new PackedPlatforms(isNativeAot, []) }), "PackingNatives");
        for (var leg = 0; leg < (isNativeAot ? Natives.Count : 1); leg++)
        {
            foreach (var (runtime, bytes) in Natives)
            {
                Directory.CreateDirectory(played.Sources(leg).Combine("natives", runtime));
                await File.WriteAllBytesAsync(played.Sources(leg).Combine("natives", runtime, "greeter.native"), bytes, TestContext.Current.CancellationToken);
            }
        }

        return played;
    }
}
