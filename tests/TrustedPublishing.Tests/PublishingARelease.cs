namespace TrustedPublishing.Tests;

public class PublishingARelease
{
    [Fact]
    public async Task PutsEveryFileOnTheIndexAndReportsWhere()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(5);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.True(report.Succeeded);
        Assert.Empty(report.Warnings);
        Assert.Equal(("greeter", "1.0"), (report.Project, report.Version));
        Assert.All(report.Files, file => Assert.Equal((UploadOutcome.Uploaded, 1), (file.Outcome, file.Attempts)));
        Assert.Equal(bench.Index.Files.Select(file => file.Url).OrderBy(url => url.AbsoluteUri), report.Files.Select(file => file.Url).OfType<Uri>().OrderBy(url => url.AbsoluteUri));
    }

    [Fact]
    public async Task SendsTheSmallestAloneBecauseItCreatesTheRelease()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(5);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        var order = bench.Events.Where(progress => progress is PublishProgress.UploadStarted or PublishProgress.UploadFinished).ToArray();
        Assert.Equal("greeter-1.0-cp38-none-any.whl", Assert.IsType<PublishProgress.UploadStarted>(order[0]).FileName);
        Assert.Equal("greeter-1.0-cp38-none-any.whl", Assert.IsType<PublishProgress.UploadFinished>(order[1]).File.FileName);
        Assert.Equal("greeter-1.0-cp312-none-any.whl", Assert.IsType<PublishProgress.UploadStarted>(order[2]).FileName);
    }

    [Fact]
    public async Task SendsTheRestTogetherUpToTheLimit()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(12);
        bench.Options = bench.Options with { Parallel = 2 };
        var (now, most, gate) = (0, 0, new Lock());
        bench.OnEvent = progress =>
        {
            lock (gate)
            {
                now += progress switch { PublishProgress.UploadStarted => 1, PublishProgress.UploadFinished => -1, _ => 0 };
                most = Math.Max(most, now);
            }
        };

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.Equal(4, most);
    }

    [Fact]
    public async Task AgainSendsNothingAndRequestsNoToken()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(3);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        var before = bench.Index.Requests.Count;

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.All(report.Files, file => Assert.Equal((UploadOutcome.AlreadyPresent, 0), (file.Outcome, file.Attempts)));
        Assert.All(bench.Index.Requests.Skip(before), request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task AddsOnlyMissingFiles()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(2);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        bench.AddWheel("cp313", 300);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        bench.AssertComplete();
        Assert.Equal(3, bench.Uploads.Count());
        Assert.Equal("greeter-1.0-cp313-none-any.whl", Assert.Single(report.Files, file => file.Outcome == UploadOutcome.Uploaded).FileName);
    }

    [Fact]
    public async Task RevokesTheTokenAtTheEnd()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Single(bench.Index.Requests, request => request is { Method: "POST", Path: "/_/oidc/burn-token" });
    }

    [Fact]
    public async Task ShowsNoSecretInAnyEventOrReport()
    {
        var secrets = new List<Secret>();
        await using var bench = await ReleaseBench.StartAsync("upload 1 status 503\nsimple 3 status 502");
        bench.AddWheels(3);
        bench.Options = bench.Options with { OnSecret = secrets.Add };

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        var shown = string.Join('\n', bench.Events.Select(progress => progress.ToString())) + report + string.Join('\n', report.Files);
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret.Reveal(), shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeepsAJournalOfEveryFile()
    {
        await using var bench = await ReleaseBench.StartAsync("upload *cp38* 1 status 503");
        bench.AddWheels(2);
        bench.Options = bench.Options with { JournalFile = "publish-journal.json" };

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        var journal = await File.ReadAllTextAsync(Path.Combine(bench.Options.BaseDirectory, "publish-journal.json"), TestContext.Current.CancellationToken);
        Assert.Equal(2, journal.Split("\"state\": \"uploaded\"").Length - 1);
        Assert.Single(journal.Split('\n'), line => line.Contains("\"attempts\": 2", StringComparison.Ordinal));
        Assert.Contains("\"commit\": \"8f2b5c1d0e9a4736b1c2d3e4f5a60718293a4b5c\"", journal, StringComparison.Ordinal);
    }
}
