using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.Testing;
using TrustedPublishing.Tests.Indexes;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests;

/// <summary>Independent operations run concurrently.</summary>
public class OverlappingRequests
{
    [Fact]
    public async Task TheIndexIsQueriedWhileFilesAreInspected()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        var asked = false;
        bench.OnEvent = progress => asked |= progress is PublishProgress.FileInspected && SpinWait.SpinUntil(() => IsAsked(bench), Patience.Limit);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(asked);
        Assert.Single(bench.Index.Requests, request => request.Path == "/_/oidc/audience"); // not once more later
    }

    [Fact]
    public async Task FindingsAboutFilesComeFirstEvenIfTheIndexIsUnreachable()
    {
        await using var bench = await ReleaseBench.StartAsync("simple cut before\naudience cut before");
        await File.WriteAllTextAsync(bench.AddWheel("cp38", 100), "no archive", TestContext.Current.CancellationToken);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
    }

    [Fact]
    public async Task AMissingAudienceFailsOnlyIfATokenIsNeeded()
    {
        await using var bench = await ReleaseBench.StartAsync("audience 2.. cut before");
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);

        var again = await bench.PublishAsync(TestContext.Current.CancellationToken);
        bench.AddWheel("cp39", 100);
        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(UploadOutcome.AlreadyPresent, Assert.Single(again.Files).Outcome);
        Assert.Equal(PublishFailure.IndexUnavailable, failure.Failure);
    }

    [Fact]
    public async Task VerificationDoesNotWaitForTheRevocation()
    {
        var time = new FakeTimeProvider(new ImpatientTime().GetUtcNow()); // the clock of the index, where revoking a token takes until the test advances the clock
        await using var bench = await ReleaseBench.StartAsync("burn delay 1s", options => options with { Time = time });
        bench.AddWheels(1);
        var verifying = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.Verifying)
            {
                verifying.SetResult();
            }
        };

        var publishing = bench.PublishAsync(TestContext.Current.CancellationToken);
        await verifying.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        while (!publishing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True((await publishing).Succeeded);
        Assert.Single(bench.Index.Requests, request => request is { Path: "/_/oidc/burn-token", Status: 202 });
    }

    /// <summary>The clock of the index stands still, so it never answers.</summary>
    [Theory]
    [InlineData("simple delay 1s")]
    [InlineData("audience delay 1s")]
    public async Task FindingsAboutFilesDoNotWaitForTheIndex(string faults)
    {
        var time = new FakeTimeProvider(new ImpatientTime().GetUtcNow());
        await using var bench = await ReleaseBench.StartAsync(faults, options => options with { Time = time });
        await File.WriteAllTextAsync(bench.AddWheel("cp38", 100), "no archive", TestContext.Current.CancellationToken);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
    }

    /// <summary>Cancelled requests may still be reporting; the receiver of events gets none after the end.</summary>
    [Fact]
    public async Task NoRequestIsStillReportingAfterTheEnd()
    {
        await using var bench = await ReleaseBench.StartAsync("audience status 503");
        var (reporting, reported) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        bench.OnEvent = _ =>
        {
            reporting.SetResult();
            SpinWait.SpinUntil(() => reported.Task.IsCompleted, Patience.Limit);
        };
        using var http = HttpClients.CreateClient(bench.Options.Network);
        using var reader = new IndexReader(bench.Options.Index, http, bench.Options.ReadCredentials, bench.Time);
        using var cancellation = new CancellationTokenSource();
        var requests = new IndexPrefetch(["greeter-1.0-py3-none-any.whl"], reader, bench.Options.AuthorizeWith(http), bench, cancellation.Token);
        await requests.PageOf("greeter");
        await reporting.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        var end = requests.DisposeAsync().AsTask();

        Assert.False(end.IsCompleted);
        reported.SetResult();
        await end.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.Single(bench.Events);
    }

    /// <summary>The index holds the first file until it has the second.</summary>
    [Fact]
    public async Task NoFileWaitsForTheFirstIfTheIndexAlreadyHasAFileOfTheRelease()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add("greeter-1.0-cp38-none-any.whl");
        bench.Add("greeter-1.0-cp39-none-any.whl");
        bench.Add("greeter-1.0-cp310-none-any.whl");
        bench.Index.Files["greeter-1.0-cp38-none-any.whl"] = bench.Content("greeter-1.0-cp38-none-any.whl");
        bench.Index.Instead = request =>
        {
            Assert.True(request.Method != "POST" || SpinWait.SpinUntil(() => bench.Index.Uploads.Count() == 2, Patience.Limit));
            return null;
        };

        var report = await bench.PublishAsync();

        Assert.Equal([UploadOutcome.Uploaded, UploadOutcome.Uploaded, UploadOutcome.AlreadyPresent], report.Files.Select(file => file.Outcome).Order());
        Assert.All(report.Files, file => Assert.InRange(file.Attempts, 0, 1));
    }

    [Fact]
    public async Task UploadsInProgressAreCompletedEvenIfTheReceiverOfEventsFails()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheel("cp38", 100);
        bench.AddWheel("cp39", 200);
        bench.AddWheel("cp310", 24 << 20); // still under way when the smaller one is finished
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.UploadFinished { File.FileName: "greeter-1.0-cp39-none-any.whl" })
            {
                throw new InvalidOperationException("the receiver");
            }
        };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.PublishAsync(TestContext.Current.CancellationToken));

        Assert.Equal("the receiver", failure.Message);
        bench.AssertComplete();
    }

    private static bool IsAsked(ReleaseBench bench)
    {
        var paths = bench.Index.Requests.Select(request => request.Path).ToHashSet();
        return paths.Contains("/simple/greeter/") && paths.Contains("/_/oidc/audience");
    }
}
