namespace TrustedPublishing.Tests;

public class PublishingThroughAnyFaultAtAnyStage
{
    private static readonly string[] Stages =
        ["identity 1", "audience 1", "mint 1", "simple 1", "upload 1", "upload 2", "upload 3", "simple 2..3", "burn 1"];

    private static readonly string[] Actions =
        ["status 500", "status 503 retry-after 5s", "status 429", "status 404", "delay 400s", "cut before", "cut after", "truncate 10", "slow 20s", "garbage"];

    /// <summary>Conditions that do not concern a single response.</summary>
    private static readonly string[] Conditions =
    [
        "identity 1 rotate-key", "simple 1 stale 30s", "simple 2..3 stale 30s", "simple stale 1m", "clock-skew 20s", "clock-skew -20s",
        .. from upload in Enumerable.Range(1, 3) select $"token-life 200s\nupload {upload} delay 250s",
        .. from upload in Enumerable.Range(1, 3) select $"token-life 10s\nupload {upload} slow 5s",
    ];

    public static TheoryData<string> Faults => [.. from stage in Stages from action in Actions where !IsBeforeTheFirstByte(stage, action) select $"{stage} {action}", .. Conditions];

    /// <summary>
    /// A page that cannot be read is not requested again, so the third request, with which the resumed release starts, would stop that release.
    /// </summary>
    private static bool IsBeforeTheFirstByte(string stage, string action) => (stage, action) is ("simple 2..3", "garbage");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task ReportsExactlyWhatIsMissingAndResumes(string fault)
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
        Assert.DoesNotContain(bench.Index.Requests, request => Says(request, "already used")); // an identity token was sent twice
        Assert.True(fault.StartsWith("token-life", StringComparison.Ordinal) || !bench.Index.Requests.Any(request => Says(request, "token is expired")));
        Assert.True(MayMeetTheDeadline(fault) || bench.Uploads.Where(upload => upload.Status == 200).CountBy(upload => upload.FileName!).All(file => file.Value == 1));
        Assert.InRange(bench.Time.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(30));

        bench.Options = bench.Options with { Environment = bench.Index.JobEnvironment() };
        Assert.True((await bench.PublishAsync(TestContext.Current.CancellationToken)).Succeeded);
        bench.AssertComplete();
    }

    /// <summary>
    /// If an index is still storing a file when the client's deadline expires, it does not have the file yet when it is asked. The file is sent
    /// again, and the index treats the same content as success.
    /// </summary>
    private static bool MayMeetTheDeadline(string fault) => fault.Contains("delay", StringComparison.Ordinal) || fault.Contains("slow", StringComparison.Ordinal);

    private static bool Says(Rehearsal.ReceivedRequest request, string words) => request.Message?.Contains(words, StringComparison.Ordinal) ?? false;

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
