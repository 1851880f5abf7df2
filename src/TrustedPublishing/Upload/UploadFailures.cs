using System.Globalization;
using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Index;
using TrustedPublishing.Output;
using TrustedPublishing.Release;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Index.IndexFailures;

namespace TrustedPublishing.Upload;

/// <summary>Failures of uploads.</summary>
internal static partial class UploadFailures
{
    /// <summary>The index rejected a file permanently.</summary>
    /// <param name="index">The index.</param>
    /// <param name="distribution">The file.</param>
    /// <param name="verdict">The rejection.</param>
    /// <param name="user">The user name that was sent, if known.</param>
    public static PublishException UploadRefused(PackageIndex index, Distribution distribution, UploadVerdict.Refused verdict, string? user = null)
    {
        var (failure, what, change) = UploadRemedies.Describe(verdict, index, distribution, user);
        return new(
            failure,
            new FailureText($"{index.Name} did not accept {Name(distribution)}: {what} (POST {Redacted.Url(index.UploadUrl)}, HTTP {(int)verdict.Status}).")
                .Said(index.Name, verdict.Refusal is UploadRejection.Redirect or UploadRejection.LoginPage ? null : verdict.Text)
                .Change(change).ToString())
            { Index = index, FileName = Name(distribution), StatusCode = verdict.Status };
    }

    /// <summary>The index kept failing, or asked for a longer delay than allowed.</summary>
    public static PublishException UploadExhausted(PackageIndex index, Distribution distribution, UploadVerdict.Transient verdict, int attempts, bool isUnknown)
    {
        var limited = verdict.Status == HttpStatusCode.TooManyRequests;
        var patience = verdict.RetryAfter is { } pause && pause > UploadRetry.LongestPause ? $"; it asks to wait for {Minutes(pause)}, and the maximum wait is {Minutes(UploadRetry.LongestPause)}" : "";
        var status = verdict.Status is { } code ? $"HTTP {(int)code}" : "no answer";
        return new(
            limited ? PublishFailure.RateLimited : PublishFailure.IndexUnavailable,
            new FailureText($"{index.Name} did not accept {Name(distribution)} in {Times(attempts)} (POST {Redacted.Url(index.UploadUrl)}, last: {status}{patience}).")
                .Said(verdict.Status is null ? "The connection" : index.Name, verdict.Text)
                .Change([
                    .. isUnknown ? ["The file may or may not be on the index: the response was lost, and the index could not be queried."] : Enumerable.Empty<string>(),
                    .. verdict.Status is null ? ["Check that this machine can reach the address; if there is a proxy, check HTTPS_PROXY and NO_PROXY.",
                        "A connection that always closes in the middle of a file often indicates a size limit of a proxy or of the index."] : Enumerable.Empty<string>(),
                    limited ? "Run the same command again later, with fewer files in parallel (--pypi-parallel 1)." : Later(index),
                ]).ToString())
            { Index = index, FileName = Name(distribution), StatusCode = verdict.Status };
    }

    public static PublishException Distrusted(PackageIndex index, string fileName, Exception cause) => new(
        PublishFailure.IndexUnavailable,
        new FailureText($"{fileName} was not sent to {Redacted.Url(index.UploadUrl)}: no secure connection could be established.")
            .Said("The connection", cause.GetBaseException().Message)
            .Change("If a corporate proxy inspects traffic, provide its certificate authority (--pypi-certificate-authorities, or the variable SSL_CERT_FILE).").ToString(),
        cause) { Index = index, FileName = fileName };

    public static PublishException FileUnreadable(PackageIndex index, Distribution distribution, FileFaultException fault) => new(
        PublishFailure.UnusableDistributions,
        new FailureText($"{Name(distribution)} was not uploaded to {index.Name}: {FailureText.OneLine(fault.Message)} (then: {distribution.Size} bytes, SHA-256 {distribution.Sha256}).")
            .Change("Make sure that nothing changes or removes distributions during the release, and run the same command again; published files are not affected.").ToString(),
        fault) { Index = index, FileName = Name(distribution) };

    /// <summary>The index has different content under the name.</summary>
    public static PublishException FileConflict(PackageIndex index, Distribution distribution, IndexFile there) => new(
        PublishFailure.FileConflict,
        new FailureText($"{index.Name} has a different file named {Name(distribution)} ({Redacted.Url(there.Url)}).")
            .Block(ConflictLines(distribution, there))
            .Change(ConflictRemedies(distribution)).ToString())
        { Index = index, FileName = Name(distribution) };

    /// <summary>The index reports that it has the file, but lists none to compare with.</summary>
    public static PublishException DuplicateUnproven(PackageIndex index, Distribution distribution, UploadVerdict.Duplicate said, RemoteFile presence) => new(
        PublishFailure.FileConflict,
        new FailureText($"{index.Name} reports that it already has {Name(distribution)} (POST {Redacted.Url(index.UploadUrl)}, HTTP {(int)said.Status}); could not verify that it is the same file.")
            .Said(index.Name, said.Text)
            .Block($"here:     SHA-256 {distribution.Sha256}, {distribution.Size} bytes", $"{Redacted.Url(index.SimpleUrl)}: {Shown(presence)}")
            .Change(presence switch
            {
                RemoteFile.Absent when index.Profile.HasPyPIPolicy => ["The same content may exist under another name, and content can be published only once. Increase the version and build again."],
                RemoteFile.Absent => [$"Check that {Redacted.Url(index.SimpleUrl)} is the Simple API of this index; without --pypi-simple it is derived from the upload address.", .. ConflictRemedies(distribution)],
                RemoteFile.Unreadable => [$"Make {Redacted.Url(index.SimpleUrl)} readable, with credentials in .netrc if necessary, and run the same command again.", .. ConflictRemedies(distribution)],
                _ => ["Compare the files by hand. If they are the same, omit this one; otherwise publish a new version."],
            }).ToString())
        { Index = index, FileName = Name(distribution), StatusCode = said.Status, IsUnproven = true };

    private static string Shown(RemoteFile presence) => presence switch
    {
        RemoteFile.Absent { Elsewhere: { } url } => $"lists a file with this name only at {Redacted.Url(url)}, which belongs to another index",
        RemoteFile.Absent => "lists no file with this name",
        RemoteFile.WithoutHash => "lists a file with this name without a SHA-256 and does not serve it",
        RemoteFile.Unreadable unreadable => $"could not be read: {FailureText.OneLine(unreadable.Reason.Message.Split("\n\n")[0])}",
        _ => "lists it",
    };

    private static string Times(int attempts) => attempts == 1 ? "one attempt" : $"{attempts} attempts";

    private static string Minutes(TimeSpan time) => time < TimeSpan.FromMinutes(2) ? $"{time.TotalSeconds:0} seconds" : $"{time.TotalMinutes:0} minutes";
}
