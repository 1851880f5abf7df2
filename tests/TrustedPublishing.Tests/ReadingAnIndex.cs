namespace TrustedPublishing.Tests;

public class ReadingAnIndex
{
    [Fact]
    public async Task ReturnsItsListingForAnySpellingOfTheName()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        using var reader = bench.Options.OpenReader();

        var project = await reader.GetProjectAsync("GREETER", TestContext.Current.CancellationToken);

        Assert.Equal(("greeter", "active"), (project!.Name, project.Status));
        Assert.Equal(
            bench.Index.Files.Select(file => (file.FileName, file.Sha256, (long?)file.Size, ">=3.8")).Order(),
            project.Files.Select(file => (file.FileName, file.Sha256!, file.Size, file.RequiresPython!)).Order());
    }

    [Fact]
    public async Task ReturnsNothingForAnUnknownProject()
    {
        await using var bench = await ReleaseBench.StartAsync();
        using var reader = bench.Options.OpenReader();

        Assert.Null(await reader.GetProjectAsync("unheard-of", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("simple status 401", PublishFailure.CredentialsRefused, 1)]
    [InlineData("simple status 503", PublishFailure.IndexUnavailable, 5)]
    [InlineData("simple status 302", PublishFailure.Redirected, 1)]
    [InlineData("simple garbage", PublishFailure.UnexpectedAnswer, 1)]
    [InlineData("simple cut before", PublishFailure.IndexUnavailable, 5)]
    public async Task FailsWithACodeAfterRetryingTransientFailures(string faults, PublishFailure code, int requests)
    {
        await using var bench = await ReleaseBench.StartAsync(faults);
        using var reader = bench.Options.OpenReader();

        var failure = await Assert.ThrowsAsync<PublishException>(() => reader.GetProjectAsync("greeter", TestContext.Current.CancellationToken));

        Assert.Equal(code, failure.Failure);
        Assert.Equal(requests, bench.Index.Requests.Count);
    }
}
