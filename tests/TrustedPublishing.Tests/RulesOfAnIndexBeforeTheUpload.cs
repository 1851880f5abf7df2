using System.Net;
using TrustedPublishing.Index;
using TrustedPublishing.Tests.Indexes;

namespace TrustedPublishing.Tests;

public class RulesOfAnIndexBeforeTheUpload
{
    /// <summary>The index itself rejects the file, too, if it is sent.</summary>
    [Theory]
    [InlineData(PreflightLevel.Error, 1, 0)]
    [InlineData(PreflightLevel.Warn, 2, 1)]
    [InlineData(PreflightLevel.Off, 2, 0)]
    public async Task StopTheReleaseOrWarnOrAreNotApplied(PreflightLevel level, int uploads, int warnings)
    {
        await using var bench = await ReleaseBench.StartAsync();
        await PublishLongAgoAsync(bench);
        bench.AddWheel("cp313", 50);
        bench.Options = bench.Options with { Preflight = level };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.ReleaseClosed, uploads), (failure.Failure, bench.Uploads.Count()));
        Assert.Equal(warnings, failure.Report!.Warnings.Count(warning => warning.Text.Contains("older than 14 days", StringComparison.Ordinal)));
        Assert.Equal(warnings, failure.Report.Warnings.Count);
    }

    [Fact]
    public async Task OnlyWarnAboutThePolicyOfPyPIOnAnotherIndex()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add("greeter-1.0-cp38-none-any.whl");
        bench.Index.Files["greeter-1.0-cp39-none-any.whl"] = bench.Content("greeter-1.0-cp38-none-any.whl");

        var report = await bench.PublishAsync();

        Assert.Equal(UploadOutcome.Uploaded, Assert.Single(report.Files).Outcome);
        Assert.Single(report.Warnings, warning => warning.Text.StartsWith("File already exists", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NameAConflictBeforeEverythingElse()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await PublishLongAgoAsync(bench);
        bench.AddWheel("cp38", 60);
        bench.AddWheel("cp313", 50);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.FileConflict, 2), (failure.Failure, failure.Findings.Count));
    }

    [Fact]
    public async Task ShareACodeIfThereAreSeveral()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await PublishLongAgoAsync(bench);
        bench.Index.CreateProject("greeter").Archive();
        bench.AddWheel("cp313", 50);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal((PublishFailure.UnusableDistributions, 2), (failure.Failure, failure.Findings.Count));
    }

    /// <summary>Other indexes have other limits.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task LimitTheSizeOfAProjectOnPyPIOnly(bool isPyPI, int warnings)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Options = bench.Options with { Verify = VerifyLevel.Off, Index = isPyPI ? bench.Options.Index.WithPyPIPolicy() : bench.Options.Index };
        bench.Index.Instead = request => request.Method == "GET" ? new(HttpStatusCode.OK, Listing($$"""{"filename":"greeter-1.1-py3-none-any.whl","url":"a.whl","hashes":{},"size":{{QuotaRules.ProjectLimit}}}"""), "application/vnd.pypi.simple.v1+json") : null;

        var report = await bench.PublishAsync();

        Assert.Equal(warnings, report.Warnings.Count);
        Assert.All(report.Warnings, warning => Assert.Contains("the limit for a project is 10", warning.Text, StringComparison.Ordinal));
    }

    /// <summary>Whether the project exists is not known.</summary>
    [Fact]
    public async Task ForbidNoNameIfTheIndexCannotBeRead()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add("string-1.0-py3-none-any.whl");
        bench.Index.Instead = request => request.Method == "GET" ? new(HttpStatusCode.Unauthorized, "") : null;
        bench.Options = bench.Options with { Verify = VerifyLevel.Off };

        var report = await bench.PublishAsync();

        Assert.Equal(UploadOutcome.Uploaded, Assert.Single(report.Files).Outcome);
        Assert.Empty(report.Warnings);
    }

    private static string Listing(string file) => $$"""{"meta":{"api-version":"1.0"},"name":"greeter","files":[{{file}}]}""";

    /// <summary>A release to which PyPI adds no more files.</summary>
    private static async Task PublishLongAgoAsync(ReleaseBench bench)
    {
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        bench.Time.Advance(TimeSpan.FromDays(15));
    }
}
