using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Index.IndexFailures;

namespace TrustedPublishing.Release;

/// <summary>Failures of a release as a whole: what the index shows before and after it, and how it ended.</summary>
internal static class ReleaseFailures
{
    /// <summary>The index cannot be read, although its listing must prove the release.</summary>
    public static PublishException ListingRequired(PackageIndex index, PublishException unreadable) => new(
        unreadable.Failure,
        $"Nothing was sent to {index.Name}: the release must be verified against the index's listing, which cannot be read.\n{unreadable.Message}\n"
            + "- If this index cannot be read at all, --pypi-verify Warn publishes without verification; it replaces existing files if the index allows that.",
        unreadable.InnerException)
        { Index = index, StatusCode = unreadable.StatusCode };

    /// <summary>The index accepted files but does not list them.</summary>
    /// <param name="index">The index.</param>
    /// <param name="files">The files, each with the URL on another host under which it is listed, if any.</param>
    /// <param name="limit">How long the index was polled.</param>
    /// <param name="unreadable">Why the index can no longer be read; null if it can.</param>
    public static PublishException NeverListed(PackageIndex index, IReadOnlyList<(Distribution File, Uri? Elsewhere)> files, TimeSpan limit, string? unreadable) => new(
        PublishFailure.VerificationFailed,
        new FailureText($"{index.Name} accepted {Count(files.Count, "file")} (POST {Redacted.Url(index.UploadUrl)}), but {(unreadable is null ? $"does not list {(files.Count == 1 ? "it" : "them")} after {limit.TotalSeconds:0} seconds" : "its listing can no longer be read")} (GET {Redacted.Url(index.SimpleUrl)}).")
            .Said("The reader", unreadable?.Split("\n\n")[0])
            .Block(files.Select(file => $"{Name(file.File)}{(file.Elsewhere is { } url ? $": listed only at {Redacted.Url(url)}, which proves nothing about this index" : "")}"))
            .Change(
                $"Check that {Redacted.Url(index.SimpleUrl)} is the Simple API of the index that receives the uploads; set another with --pypi-simple.",
                "Check whether the index has the files. If it serves them from another host: --pypi-file-hosts HOST. If it lists them only after minutes: --pypi-verify Warn.",
                Later(index)).ToString())
        { Index = index, FileName = files.Count == 1 ? Name(files[0].File) : null };

    /// <summary>Everything that conflicts with the index's current content, for all files at once, before anything is sent.</summary>
    public static PublishException NotPublishable(PackageIndex index, PublishFailure failure, IReadOnlyList<Finding> findings) => new(
        failure,
        new FailureText($"Nothing was sent to {index.Name}: judging by its current files ({Redacted.Url(index.SimpleUrl)}), it would reject {(findings.Count == 1 ? "a file" : $"{findings.Count} things")}.")
            .Block(findings.Select(finding => finding.FileName).Distinct().SelectMany(file => Complaints(file, findings)))
            .Change("Fix the findings above; then run the same command again.").ToString())
        { Index = index, Findings = findings, FileName = findings.Select(finding => finding.FileName).Distinct().ToArray() is [var only] ? only : null };

    public static Finding Conflict(PackageIndex index, Distribution distribution, IndexFile there) => new(
        FindingSeverity.Error, Name(distribution),
        $"{index.Name} has a different file with this name; {string.Join("; ", ConflictLines(distribution, there))}",
        string.Join(" ", ConflictRemedies(distribution)));

    public static Finding WithoutHash(PackageIndex index, Distribution distribution) => new(
        FindingSeverity.Error, Name(distribution),
        $"{index.Name} has a file with this name but neither lists its SHA-256 ({Redacted.Url(index.SimpleUrl)}) nor serves the file, so it cannot be compared",
        "Compare the files by hand. If they are the same, omit this one; otherwise publish a new version.");

    public static Finding IndexNotAsked(PublishException reason) => new(
        FindingSeverity.Warning, null,
        $"the index's existing files could not be read; conflicts will appear only during the upload. {FailureText.OneLine(reason.Message.Split('\n')[0])}",
        "Make the Simple API readable, so that existing files are recognised.");

    public static PublishException VerificationFailed(PackageIndex index, IReadOnlyList<Finding> findings) => new(
        PublishFailure.VerificationFailed,
        new FailureText($"The files were uploaded, but {index.Name} serves something different ({Redacted.Url(index.SimpleUrl)}).")
            .Block(findings.Select(finding => $"{finding.FileName}: {finding.Text}"))
            .Change(
                "Do not announce this release until the cause is known. Different content may mean that somebody else uploaded it: review who can publish, and yank the release.",
                "A different Requires-Python comes from the release's first file: the files of the release disagree. Publish a new version built in one run.").ToString())
        { Index = index, Findings = findings, FileName = findings[0].FileName };

    public static Finding Differs(Distribution distribution, string what, string here, string there) => new(
        FindingSeverity.Error, Name(distribution), $"{what} is {FailureText.Quote(there)} on the index and {FailureText.Quote(here)} here", "Find out who changed it.");

    public static Finding RequiresPythonNotListed(Distribution distribution, string here) => new(
        FindingSeverity.Warning, Name(distribution), $"the index lists no Requires-Python; the file says {FailureText.Quote(here)}",
        "Installers will offer it to every Python version. If the index supports the field, the release's first file lacked it.");

    public static Finding NotVisibleYet(PackageIndex index, Distribution distribution, TimeSpan limit) => new(
        FindingSeverity.Warning, Name(distribution),
        $"uploaded, but not listed yet after {limit.TotalSeconds:0} seconds ({Redacted.Url(index.SimpleUrl)})", "Check again in a few minutes: caches may be out of date.");

    public static Finding NotVerified(string why) => new(
        FindingSeverity.Warning, null, $"the index's files could not be compared with what was sent: {FailureText.OneLine(why)}", "Check the release's page.");

    /// <summary>The failure of a release that stopped, followed by the files that are on the index and those that are not.</summary>
    public static PublishException Stopped(PublishException failure, PublishReport report) =>
        new(failure.Failure, $"{failure.Message}\n\n{ReleaseStanding.Describe(report)}", failure.InnerException)
        {
            Index = failure.Index,
            FileName = failure.FileName,
            StatusCode = failure.StatusCode,
            Findings = failure.Findings,
            Claims = failure.Claims,
            Report = report,
        };

    public static PublishException Cancelled(PackageIndex index, PublishReport? report) => new(
        PublishFailure.Cancelled,
        new FailureText($"The release to {index.Name} was cancelled; uploads in progress were completed.")
            .Change("Run the same command again to upload what is missing.").ToString() + (report is null ? "" : $"\n\n{ReleaseStanding.Describe(report)}"))
        { Index = index, Report = report };

    public static ArgumentException OptionsUnusable(IEnumerable<string> problems, string parameter) =>
        new(new FailureText("The options are invalid.").Change(problems).ToString(), parameter);
}
