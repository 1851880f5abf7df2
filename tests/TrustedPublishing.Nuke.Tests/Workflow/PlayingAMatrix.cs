using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Two build jobs, each in its own folder, whose distributions the publishing job merges.</summary>
public sealed class PlayingAMatrix
{
    private const string Linux = "greeter-1.0-py3-none-manylinux_2_28_x86_64.whl";
    private const string Windows = "greeter-1.0-py3-none-win_amd64.whl";

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task PublishesTheDistributionsOfAllImages(int first, int second)
    {
        await using var played = await StartAsync();

        await played.CompileAsync();
        Assert.True(await played.BuildAsync(first), played.Log);
        Assert.True(await played.BuildAsync(second), played.Log);
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(["greeter-1.0-py3-none-any.whl", Linux, Windows, "greeter-1.0.tar.gz"], played.Published);
    }

    [Theory]
    [InlineData("ubuntu-24.04", Linux)]
    [InlineData("windows-2025", Windows)]
    public async Task RejectsATamperedFileOfAnyImageBeforeRequestingAToken(string image, string file)
    {
        await using var played = await StartAsync();
        await played.BuildAsync();
        Assert.True(await played.BuildAsync(1), played.Log);

        await File.AppendAllTextAsync(played.Artifact($"distributions-{image}/{file}"), "tampered", TestContext.Current.CancellationToken);

        Assert.False(await played.PublishAsync());
        Assert.Contains($"::error::{file} in handed-over/{image} is not the file that was sealed. Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    [Fact]
    public async Task RejectsTwoDifferentFilesWithTheSameName()
    {
        await using var played = await StartAsync();
        await File.AppendAllTextAsync(played.Sources(1).Combine("src", "greeter", "__init__.py"), "\nNEWER = True\n", TestContext.Current.CancellationToken);
        await played.BuildAsync();
        Assert.True(await played.BuildAsync(1), played.Log);

        Assert.False(await played.PublishAsync());
        Assert.Contains("::error::Two images built different files named greeter-1.0", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    /// <summary>Each image has its own platform wheel, which <c>Pack</c> keeps.</summary>
    private static async Task<PlayedRelease> StartAsync()
    {
        var played = await PlayedRelease.StartAsync(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], Images = ["ubuntu-24.04", "windows-2025"] });
        foreach (var (leg, wheel) in new[] { Linux, Windows }.Index())
        {
            var sources = played.Sources(leg);
            var project = sources.Combine("pyproject.toml");
            var text = await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken);
            sources.Write("pyproject.toml", text.Replace("version = \"1.0.0\"", "version = \"1.0\"", StringComparison.Ordinal));
            Directory.CreateDirectory(sources.Combine("artifacts", "distributions"));
            await File.WriteAllBytesAsync(sources.Combine("artifacts", "distributions", wheel), ZipForge.Pack(TestWheel.With(new ZipPart("greeter/native", wheel))), TestContext.Current.CancellationToken);
        }

        return played;
    }
}
