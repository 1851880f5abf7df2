using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Tests.Reporting;

/// <summary>What people and programs read after a release.</summary>
public sealed class AReport
{
    private static readonly PublishReport Mixed = new()
    {
        Index = PackageIndex.PyPI,
        Project = "greeter",
        Version = "1.0.0",
        Files =
        [
            new() { FileName = "greeter-1.0.0-py3-none-any.whl", Size = 3_041, Sha256 = new('a', 64), Outcome = UploadOutcome.Uploaded, Attempts = 2, Duration = TimeSpan.FromSeconds(1.25), Verified = true, Url = new("https://files.pythonhosted.org/packages/aa/greeter-1.0.0-py3-none-any.whl") },
            new() { FileName = "greeter-1.0.0-py2-none-any.whl", Size = 3_040, Sha256 = new('d', 64), Outcome = UploadOutcome.Uploaded, Attempts = 1 },
            new() { FileName = "greeter-1.0.0.tar.gz", Size = 1_834_000, Sha256 = new('b', 64), Outcome = UploadOutcome.Failed, Attempts = 1, Message = "Bad | <b>request</b> [x](y)" },
            new() { FileName = "greeter-1.0.0-cp312-cp312-win_amd64.whl", Size = 104_857_600, Sha256 = new('c', 64), Outcome = UploadOutcome.NotAttempted },
        ],
        Warnings = [new(FindingSeverity.Warning, "greeter-1.0.0.tar.gz", "Something is not as it should be.", "Change it.")],
    };

    private static PublishReport Complete => Mixed with { Files = [Mixed.Files[0]], Warnings = [] };

    [Fact]
    public async Task IsATable() => await Verifier.Verify(string.Join('\n', ReportTable.Lines(Mixed)));

    [Fact]
    public async Task IsMarkdownThatUntrustedTextCannotBreak() => await Verifier.Verify(StepSummary.Markdown([Published(Mixed)]));

    [Fact]
    public async Task IsMarkdownOfACompleteRelease() => await Verifier.Verify(StepSummary.Markdown([Published(Complete)]));

    [Fact]
    public async Task IsJson() => await Verifier.Verify(JsonReport.Text([Published(Mixed)]));

    private static ReleaseResult Published(PublishReport report) => new(report.Index, report, Failure: null, IsAttempted: true);
}
