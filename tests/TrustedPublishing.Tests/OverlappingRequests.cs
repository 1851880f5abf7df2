using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Testing;

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

    private static bool IsAsked(ReleaseBench bench)
    {
        var paths = bench.Index.Requests.Select(request => request.Path).ToHashSet();
        return paths.Contains("/simple/greeter/") && paths.Contains("/_/oidc/audience");
    }
}
