namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated GitLab pipeline, played job by job in two folders, publishing into an index.</summary>
public sealed class PlayingThePipeline
{
    [Fact]
    public async Task PublishesWhatTheFirstJobSealedAndLeavesNothingBehind()
    {
        await using var played = await PlayedPipeline.StartAsync();
        played.Publishing.Write("publishing/artifacts/distributions/greeter-0.9.0-py3-none-any.whl", "left by an earlier job");

        Assert.True(await played.BuildAsync(), played.Log);
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], played.Index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(played.Publishing.Path));
    }

    [Theory]
    [InlineData("distributions/greeter-1.0.0-py3-none-any.whl", "A distribution in handed-over/distributions is missing or not the one that was sealed.")]
    [InlineData("distributions/SHA256SUMS", "SHA256SUMS in handed-over/distributions is not the one that the building job sealed.")]
    [InlineData("distributions/greeter-1.0.1-py3-none-any.whl", "A file in handed-over/distributions was not sealed.")]
    [InlineData("compiled-build/evil.dll", "A file beside the compiled build was not sealed.")]
    [InlineData("compiled-build/build.tar", "The compiled build is not the one that the building job sealed.")]
    public async Task RefusesWhatWasChangedOnTheWayBeforeAnyTokenIsExchanged(string file, string refusal)
    {
        await using var played = await PlayedPipeline.StartAsync();
        Assert.True(await played.BuildAsync(), played.Log);

        await File.AppendAllTextAsync(played.Artifact(file), "tampered", TestContext.Current.CancellationToken);

        Assert.False(await played.PublishAsync());
        Assert.Contains($"{refusal} Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    [Fact]
    public async Task RefusesAMissingFileBeforeAnyTokenIsExchanged()
    {
        await using var played = await PlayedPipeline.StartAsync();
        Assert.True(await played.BuildAsync(), played.Log);

        File.Delete(played.Artifact("distributions/greeter-1.0.0.tar.gz"));

        Assert.False(await played.PublishAsync());
        Assert.Empty(played.Index.Requests);
    }
}
