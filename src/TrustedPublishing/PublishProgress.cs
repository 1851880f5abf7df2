using System.Globalization;
using TrustedPublishing.Distributions;

namespace TrustedPublishing;

/// <summary>
/// An event of a release. Its text is a log line; <see cref="AffectedFile"/>, <see cref="TransferredBytes"/> and <see cref="Warning"/> are meant for
/// a progress display. <see cref="IProgress{T}.Report"/> is called synchronously and, while files are sent in parallel, from several threads; do not
/// pass <see cref="Progress{T}"/>, which delivers events late and out of order.
/// </summary>
public abstract record PublishProgress
{
    private protected PublishProgress()
    {
    }

    /// <summary>The name of the file that the event is about; null if it is about the whole release.</summary>
    public string? AffectedFile => this switch
    {
        FileInspected inspected => inspected.Distribution.FileName.Text,
        Warned warned => warned.Finding.FileName,
        Attested attested => attested.FileName,
        UploadStarted started => started.FileName,
        BytesSent part => part.FileName,
        UploadFinished finished => finished.File.FileName,
        _ => null,
    };

    /// <summary>How many bytes of the file have been sent by the current attempt; null if the event is about something else.</summary>
    public long? TransferredBytes => this switch { UploadStarted => 0, BytesSent part => part.Sent, _ => null };

    /// <summary>The finding reported by the event, which does not stop the release; null for any other event.</summary>
    public Finding? Warning => (this as Warned)?.Finding;

    /// <summary>The event as a log line, without secrets.</summary>
    public sealed override string ToString() => this switch
    {
        FileInspected => $"Inspected {AffectedFile}.",
        Warned { Finding: var finding } => $"{(finding.FileName is { } file ? $"{file}: " : "")}{finding.Text} {finding.Remedy}",
        IdentityDetected identity => $"{identity.System} issued an identity token for the audience {identity.Audience}.",
        CredentialsGiven given => $"The configured credentials of {given.User} are used.",
        TokenExchanged { Expires: var expires } => $"The index issued an API token{(expires is { } end ? string.Create(CultureInfo.InvariantCulture, $", valid until {end:u}") : "")}.",
        Attested attested => $"Attested {attested.FileName}; entry {attested.LogIndex} of the transparency log.",
        Retrying retry => string.Create(CultureInfo.InvariantCulture, $"Repeating {retry.What} in {retry.Delay.TotalSeconds:0.#} seconds (attempt {retry.Attempt}): {retry.Reason}"),
        UploadStarted started => $"Sending {started.FileName} ({started.Size} bytes).",
        BytesSent part => $"Sent {part.Sent} of {part.Size} bytes of {part.FileName}.",
        UploadFinished { File: var file } => $"{file.FileName}: {file.Outcome}.",
        Verifying verifying => $"Verifying {verifying.Project} {verifying.Version}.",
        _ => "",
    };

    /// <summary>A file was inspected.</summary>
    internal sealed record FileInspected(Distribution Distribution) : PublishProgress;

    /// <summary>A finding that does not stop the release.</summary>
    internal sealed record Warned(Finding Finding) : PublishProgress;

    /// <summary>The CI system issued an identity token.</summary>
    /// <param name="System">The CI system, for example <c>GitHub Actions</c>.</param>
    /// <param name="Audience">The audience the token was issued for.</param>
    internal sealed record IdentityDetected(string System, string Audience) : PublishProgress;

    /// <summary>The release uses configured credentials, not the job's identity.</summary>
    /// <param name="User">The user name.</param>
    internal sealed record CredentialsGiven(string User) : PublishProgress;

    /// <summary>The index exchanged the identity token for an API token.</summary>
    /// <param name="Expires">When the API token expires; null if the index does not say.</param>
    internal sealed record TokenExchanged(DateTimeOffset? Expires) : PublishProgress;

    /// <summary>A file was attested, and the attestation logged publicly.</summary>
    /// <param name="FileName">The file.</param>
    /// <param name="LogIndex">The number of the entry in the transparency log.</param>
    internal sealed record Attested(string FileName, long LogIndex) : PublishProgress;

    /// <summary>A request is repeated.</summary>
    /// <param name="What">What is repeated, for example a file name or <c>token exchange</c>.</param>
    /// <param name="Reason">Why the last attempt failed.</param>
    /// <param name="Delay">The delay before it.</param>
    /// <param name="Attempt">The number of the next attempt, starting at 2.</param>
    internal sealed record Retrying(string What, string Reason, TimeSpan Delay, int Attempt) : PublishProgress;

    /// <summary>A file is being sent.</summary>
    internal sealed record UploadStarted(string FileName, long Size) : PublishProgress;

    /// <summary>Part of a file has been sent.</summary>
    /// <param name="FileName">The file.</param>
    /// <param name="Sent">Bytes of the file sent so far by this attempt.</param>
    /// <param name="Size">Bytes of the file.</param>
    internal sealed record BytesSent(string FileName, long Sent, long Size) : PublishProgress;

    /// <summary>A file is done.</summary>
    internal sealed record UploadFinished(FileReport File) : PublishProgress;

    /// <summary>Verification has started: the index's listing is compared with what was sent.</summary>
    internal sealed record Verifying(string Project, string Version) : PublishProgress;
}
