namespace TrustedPublishing.Tests;

public class PublishingThroughAnyFaultAtAnyStage
{
    private static readonly string[] Stages =
        ["identity 1", "audience 1", "mint 1", "simple 1", "upload 1", "upload 2", "upload 3", "simple 2..3", "burn 1"];

    private static readonly string[] Actions =
        ["status 500", "status 503 retry-after 5s", "status 429", "status 404", "delay 400s", "cut before", "cut after", "truncate 10", "garbage"];

    public static TheoryData<string> Faults => [.. from stage in Stages from action in Actions select $"{stage} {action}"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task TellsExactlyWhatIsMissingAndResumes(string fault)
    {
        await using var bench = await ReleaseBench.StartAsync(fault);
        bench.AddWheels(3);

        var report = await ReportAsync(bench);

        var there = bench.Index.Files.Select(file => file.FileName).ToArray();
        Assert.All(report.Files, file => Assert.True(
            file.Outcome switch
            {
                UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent => there.Contains(file.FileName),
                UploadOutcome.Unknown => true,
                _ => !there.Contains(file.FileName),
            },
            $"{file.FileName}: {file.Outcome}, on the index: {string.Join(", ", there)}"));
        Assert.DoesNotContain(bench.Index.Requests, request => request.Message?.Contains("already used", StringComparison.Ordinal) ?? false); // an identity token was sent twice
        Assert.InRange(bench.Time.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(30));

        bench.Options = bench.Options with { Environment = bench.Index.JobEnvironment() };
        Assert.True((await bench.PublishAsync(TestContext.Current.CancellationToken)).Succeeded);
        bench.AssertComplete();
    }

    private static async Task<PublishReport> ReportAsync(ReleaseBench bench)
    {
        try
        {
            return await bench.PublishAsync(TestContext.Current.CancellationToken);
        }
        catch (PublishException failure)
        {
            return failure.Report!;
        }
    }
}
