using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated job of a build that verifies its distributions: files that cannot be used are not handed over.</summary>
[Trait("Speed", "Slow")]
public sealed class PlayingTheVerification
{
    [Theory]
    [InlineData("VALUE = 1\n", true)]
    [InlineData("import missing_module\n", false)]
    public async Task HandsOverOnlyWhatCanBeInstalledAndImported(string module, bool isUsable)
    {
        Peers.Find("python3");
        var settings = new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], BuildArguments = ["--distributions", "dist/*"] };
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Text(settings, SampleRepository.Facts with { Verifies = true }), "Verifying");
        Directory.CreateDirectory(played.Sources(0).Combine("dist"));
        await File.WriteAllBytesAsync(played.Sources(0).Combine("dist", TestWheel.FileName), ZipForge.Pack(TestWheel.With(new ZipPart("tried.py", module))), TestContext.Current.CancellationToken);
        await played.CompileAsync();

        var isBuilt = await played.BuildAsync(0);

        Assert.True(isBuilt == isUsable, played.Log);
        Assert.Equal(isUsable, Directory.Exists(played.Artifact("distributions-ubuntu-24.04")));
        Assert.Contains(isUsable ? $"{TestWheel.FileName} is installed and runs: imported greeter, tried" : "No module named 'missing_module'", played.Log, StringComparison.Ordinal);
        if (isUsable)
        {
            Assert.True(await played.PublishAsync(), played.Log);
            Assert.Equal([TestWheel.FileName], played.Published);
        }
    }
}
