namespace TrustedPublishing.Tests;

public class CancellingARelease
{
    [Fact]
    public async Task CompletesUploadsInProgressAndStartsNoOthers()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(6);
        bench.Options = bench.Options with { Parallel = 1 };
        using var cancellation = new CancellationTokenSource();
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.BytesSent { FileName: "greeter-1.0-cp313-none-any.whl" })
            {
                cancellation.Cancel();
            }
        };

        var failure = await bench.FailAsync(cancellation.Token);

        Assert.Equal(PublishFailure.Cancelled, failure.Failure);
        Assert.Equal(2, failure.Report!.Files.Count(file => file.Outcome == UploadOutcome.Uploaded));
        Assert.Equal(4, failure.Report.Files.Count(file => file.Outcome == UploadOutcome.NotAttempted));
        Assert.Equal(2, bench.Index.Files.Count);
        Assert.Single(bench.Index.Requests, request => request.Path == "/_/oidc/burn-token");
    }

    /// <summary>A release with a single unsent file is incomplete; without one it is complete.</summary>
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, PublishFailure.Cancelled)]
    [InlineData(3, PublishFailure.Cancelled)]
    public async Task FailsWhenASingleFileWasNotSent(int files, PublishFailure? expected)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(files);
        using var cancellation = new CancellationTokenSource();
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.BytesSent)
            {
                cancellation.Cancel();
            }
        };

        var failure = await Record.ExceptionAsync(() => bench.PublishAsync(cancellation.Token)) as PublishException;

        Assert.Equal(expected, failure?.Failure);
        Assert.Single(bench.Index.Files);
        Assert.Equal(failure is null ? null : files - 1, failure?.Report!.Files.Count(file => file.Outcome == UploadOutcome.NotAttempted));
    }

    [Fact]
    public async Task SkipsOnlyTheVerificationIfEveryFileWasSent()
    {
        await using var bench = await ReleaseBench.StartAsync("simple stale 10m");
        bench.AddWheels(1);
        using var cancellation = new CancellationTokenSource();
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.Verifying)
            {
                cancellation.Cancel();
            }
        };

        var report = await bench.PublishAsync(cancellation.Token);

        Assert.True(report.Succeeded);
        Assert.Contains("it was cancelled", Assert.Single(report.Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoesNotCountAFileThatWasAboutToBeSentAsFailed()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        using var cancellation = new CancellationTokenSource();
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.UploadStarted)
            {
                cancellation.Cancel();
            }
        };

        var failure = await bench.FailAsync(cancellation.Token);

        Assert.Equal(PublishFailure.Cancelled, failure.Failure);
        Assert.All(failure.Report!.Files, file => Assert.Equal(UploadOutcome.NotAttempted, file.Outcome));
        Assert.Empty(bench.Uploads);
    }

    [Fact]
    public async Task DoesNotWaitForAnotherAttempt()
    {
        await using var bench = await ReleaseBench.StartAsync("upload status 503");
        bench.AddWheels(2);
        using var cancellation = new CancellationTokenSource();
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.Retrying)
            {
                cancellation.Cancel();
            }
        };

        var failure = await bench.FailAsync(cancellation.Token);

        Assert.Equal(PublishFailure.Cancelled, failure.Failure);
        Assert.Single(bench.Uploads);
        Assert.Equal([UploadOutcome.NotAttempted, UploadOutcome.Failed], failure.Report!.Files.Select(file => file.Outcome).Order());
    }

    [Fact]
    public async Task LeavesNothingBehindBeforeTheFirstFile()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        using var cancellation = new CancellationTokenSource();
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.FileInspected)
            {
                cancellation.Cancel();
            }
        };

        var failure = await bench.FailAsync(cancellation.Token);

        Assert.Equal(PublishFailure.Cancelled, failure.Failure);
        Assert.All(bench.Index.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Empty(bench.Index.Files);
    }
}
