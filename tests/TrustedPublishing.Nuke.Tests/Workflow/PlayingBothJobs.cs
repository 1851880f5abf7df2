namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated workflow, played step by step in two empty folders, publishing into an index.</summary>
public sealed class PlayingBothJobs
{
    [Fact]
    public async Task PublishesWhatTheFirstJobSealed()
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);

        Assert.True(await played.BuildAsync(), played.Log);
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], played.Published);
    }

    [Theory]
    [InlineData("distributions-ubuntu-24.04/greeter-1.0.0-py3-none-any.whl", "A distribution in handed-over/ubuntu-24.04 is missing or not the one that was sealed.")]
    [InlineData("distributions-ubuntu-24.04/SHA256SUMS", "SHA256SUMS in handed-over/ubuntu-24.04 is not the one that the building job sealed.")]
    [InlineData("distributions-ubuntu-24.04/greeter-1.0.1-py3-none-any.whl", "A file in handed-over/ubuntu-24.04 was not sealed.")]
    [InlineData("build/evil.dll", "A file beside the compiled build was not sealed.")]
    [InlineData("build/build.tar", "The compiled build is not the one that the building job sealed.")]
    public async Task RefusesWhatWasChangedOnTheWayBeforeAnyTokenIsAskedFor(string file, string refusal)
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);
        Assert.True(await played.BuildAsync(), played.Log);

        await File.AppendAllTextAsync(played.Artifact(file), "tampered", TestContext.Current.CancellationToken);

        Assert.False(await played.PublishAsync());
        Assert.Contains($"::error::{refusal} Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    [Fact]
    public async Task RefusesAMissingFileBeforeAnyTokenIsAskedFor()
    {
        await using var played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);
        Assert.True(await played.BuildAsync(), played.Log);

        File.Delete(played.Artifact("distributions-ubuntu-24.04/greeter-1.0.0.tar.gz"));

        Assert.False(await played.PublishAsync());
        Assert.Empty(played.Index.Requests);
    }
}
