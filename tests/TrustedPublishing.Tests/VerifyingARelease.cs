namespace TrustedPublishing.Tests;

public class VerifyingARelease
{
    [Fact]
    public async Task WaitsUntilTheIndexListsEveryFile()
    {
        await using var bench = await ReleaseBench.StartAsync("simple stale 30s");
        bench.AddWheels(3);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Empty(report.Warnings);
        Assert.InRange(bench.Time.Elapsed, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task WarnsAboutFilesThatAreNotListedWithinTheLimit()
    {
        await using var bench = await ReleaseBench.StartAsync("simple stale 10m");
        bench.AddWheels(2);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.Equal(2, report.Warnings.Count(warning => warning.Text.Contains("not listed yet after 60 seconds", StringComparison.Ordinal)));
    }

    /// <summary>The delays grow, and the last one is shortened: the index is polled once more at the very end, and never later.</summary>
    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(7, 5)]
    [InlineData(60, null)]
    [InlineData(61.5, null)]
    public async Task NeverWaitsLongerThanTheLimit(double seconds, int? looks)
    {
        var limit = TimeSpan.FromSeconds(seconds);
        await using var bench = await ReleaseBench.StartAsync("simple stale 10m");
        bench.AddWheels(1);
        bench.Options = bench.Options with { VerificationLimit = limit };

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(limit, bench.Time.Elapsed);
        Assert.Equal(looks ?? LooksAtTheIndex(), LooksAtTheIndex());

        int LooksAtTheIndex() => bench.Index.Requests.Count(request => request.Path.StartsWith("/simple/", StringComparison.Ordinal)) - 1;
    }

    [Fact]
    public async Task WarnsIfTheIndexCanNoLongerBeRead()
    {
        await using var bench = await ReleaseBench.StartAsync("simple 2.. status 500");
        bench.AddWheels(1);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.Single(report.Warnings);
    }

    [Fact]
    public async Task FailsIfTheIndexServesAnotherRequiresPython()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheel("cp38", 10);
        bench.AddWheel("cp39", 1000, requiresPython: ">=3.9");

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.VerificationFailed, "greeter-1.0-cp39-none-any.whl"), (failure.Failure, failure.FileName));
        Assert.Contains("\">=3.8\" on the index and \">=3.9\" here", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Report!.Succeeded);
    }

    [Fact]
    public async Task IsSkippedIfTheLimitIsZero()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { VerificationLimit = TimeSpan.Zero };

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Single(bench.Index.Requests, request => request.Path.StartsWith("/simple/", StringComparison.Ordinal));
    }
}
