namespace TrustedPublishing.Tests;

public class PublishingThroughFaults
{
    [Theory]
    [InlineData("upload 1 status 500")]
    [InlineData("upload 1..3 status 502")]
    [InlineData("upload 2 status 503 retry-after 20s")]
    [InlineData("upload 2..3 status 429")]
    [InlineData("upload 2 status 429 retry-after 3s early")]
    [InlineData("upload 1 status 408")]
    [InlineData("upload 3 status 425")]
    [InlineData("upload 1 cut before")]
    [InlineData("upload 1 cut after")]
    [InlineData("upload *cp39* 1 cut after")]
    [InlineData("upload 3 truncate 20")]
    [InlineData("upload 2 slow 5s")]
    [InlineData("upload 1 delay 500s")]
    [InlineData("upload 2 delay 500s")]
    [InlineData("upload 1 garbage")]
    [InlineData("upload 1 cut after\nsimple 2..3 status 500")]
    [InlineData("upload 1 cut after\nsimple stale 20s")]
    [InlineData("simple 1 status 503")]
    [InlineData("simple 1 cut before")]
    [InlineData("simple 1 truncate 20")]
    [InlineData("simple 1 delay 100s")]
    [InlineData("mint 1 status 503")]
    [InlineData("identity 1 cut before")]
    [InlineData("upload 2 delay 1000s")]
    [InlineData("token-life 200s\nupload 2 delay 250s")]
    [InlineData("burn status 500")]
    public async Task EndsWithExactlyTheRightBytes(string faults)
    {
        await using var bench = await ReleaseBench.StartAsync(faults);
        bench.AddWheels(3);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.True(report.Succeeded);
        Assert.DoesNotContain(bench.Index.Requests, request => request.Message?.Contains("already used", StringComparison.Ordinal) ?? false); // an identity token was sent twice
        Assert.InRange(bench.Time.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(40));
    }

    [Fact]
    public async Task DoesNotResendAFileThatTheIndexHas()
    {
        await using var bench = await ReleaseBench.StartAsync("upload *cp38* 1 cut after");
        bench.AddWheels(2);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, bench.Uploads.Count());
        Assert.All(report.Files, file => Assert.Equal(UploadOutcome.Uploaded, file.Outcome));
    }

    [Fact]
    public async Task GetsAnotherTokenIfTheIndexSaysThatItExpired()
    {
        await using var bench = await ReleaseBench.StartAsync("upload *cp38* 1 delay 100s", options => options with { TokenLife = TimeSpan.FromSeconds(90) });
        bench.AddWheels(1);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.Single(report.Files).Attempts);
        Assert.Contains(bench.Uploads, request => request.Status == 403 && request.Message!.Contains("token is expired", StringComparison.Ordinal));
    }

    /// <summary>The client's clock stands still, so the first token is still valid by it.</summary>
    [Fact]
    public async Task GetsAnotherTokenEvenIfTheOldOneIsValidByItsOwnClock()
    {
        await using var bench = await ReleaseBench.StartAsync(change: options => options with { TokenLife = TimeSpan.FromSeconds(90) });
        bench.AddWheels(1);
        bench.Options = bench.Options with { Time = new ImpatientTime() };
        bench.OnEvent = progress => bench.Time.Advance(progress is PublishProgress.UploadStarted ? TimeSpan.FromSeconds(100) : TimeSpan.Zero);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal((UploadOutcome.Uploaded, 2), (Assert.Single(report.Files).Outcome, report.Files[0].Attempts));
        Assert.True(Assert.Single(bench.Events.OfType<PublishProgress.Retrying>()) is { Attempt: 2, Delay.Ticks: 0 });
    }

    /// <summary>The first token and two more: a token that expires immediately indicates a wrong clock.</summary>
    [Fact]
    public async Task GivesUpIfEveryTokenExpiresImmediately()
    {
        await using var bench = await ReleaseBench.StartAsync("upload delay 100s", options => options with { TokenLife = TimeSpan.FromSeconds(90) });
        bench.AddWheels(1);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.TokenExpired, UploadOutcome.Failed), (failure.Failure, Assert.Single(failure.Report!.Files).Outcome));
        Assert.Equal(3, bench.Uploads.Count());
    }

    [Fact]
    public async Task WaitsAsLongAsTheIndexAsks()
    {
        await using var bench = await ReleaseBench.StartAsync("upload 1 status 503 retry-after 77s");
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(77), Assert.Single(bench.Events.OfType<PublishProgress.Retrying>()).Delay);
    }

    /// <summary>Jobs that an index rejected together must not come back together.</summary>
    [Fact]
    public async Task WaitsForRandomTimesIfTheIndexDoesNotAsk()
    {
        await using var bench = await ReleaseBench.StartAsync("upload 1..5 status 500");
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        var retries = bench.Events.OfType<PublishProgress.Retrying>().ToArray();
        Assert.Equal([2, 3, 4, 5, 6], retries.Select(retry => retry.Attempt));
        Assert.NotEqual([2, 4, 8, 16, 32], retries.Select(retry => retry.Delay.TotalSeconds));
    }

    [Fact]
    public async Task GivesUpOnAnIndexThatKeepsFailing()
    {
        await using var bench = await ReleaseBench.StartAsync("upload status 503");
        bench.AddWheels(3);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.IndexUnavailable, failure.Failure);
        Assert.Equal([6, 0, 0], failure.Report!.Files.Select(file => file.Attempts).OrderDescending());
        Assert.Equal(6, bench.Uploads.Count());
    }

    [Fact]
    public async Task GivesUpOnAnIndexThatKeepsAskingToSlowDown()
    {
        await using var bench = await ReleaseBench.StartAsync("upload status 429");
        bench.AddWheels(1);

        Assert.Equal(PublishFailure.RateLimited, (await bench.FailAsync(TestContext.Current.CancellationToken)).Failure);
    }

    [Fact]
    public async Task ReportsAnUnknownOutcome()
    {
        await using var bench = await ReleaseBench.StartAsync("upload cut after\nsimple 2.. status 500");
        bench.AddWheels(1);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(UploadOutcome.Unknown, Assert.Single(failure.Report!.Files).Outcome);
        Assert.Contains("may or may not", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsFewerFilesInParallelWhileTheIndexIsCongested()
    {
        await using var bench = await ReleaseBench.StartAsync("upload 2..3 status 503");
        bench.AddWheels(16);
        bench.Options = bench.Options with { Parallel = 8 };
        var (now, atLastStart, gate) = (0, 0, new Lock());
        bench.OnEvent = progress =>
        {
            lock (gate)
            {
                now += progress switch { PublishProgress.UploadStarted => 1, PublishProgress.UploadFinished => -1, _ => 0 };
                atLastStart = progress is PublishProgress.UploadStarted ? now : atLastStart;
            }
        };

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.InRange(atLastStart, 1, 6);
    }

    [Fact]
    public async Task ReadsARejectionThatArrivesBeforeTheBodyIsReceived()
    {
        await using var bench = await ReleaseBench.StartAsync("upload status 413 early");
        bench.AddWheel("cp38", 24 << 20);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.DistributionRefused, 413), (failure.Failure, (int)failure.StatusCode!));
    }
}
