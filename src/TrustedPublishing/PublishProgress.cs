using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Distributions;

namespace TrustedPublishing;

/// <summary>
/// The events of a release, as a closed set. <see cref="IProgress{T}.Report"/> is called synchronously and, while files
/// are sent in parallel, from several threads; do not pass <see cref="Progress{T}"/>, which delivers late and out of order.
/// </summary>
[SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "A closed set of cases reads best inside its base.")]
public abstract record PublishProgress
{
    private protected PublishProgress()
    {
    }

    /// <summary>A file was inspected.</summary>
    public sealed record FileInspected(Distribution Distribution) : PublishProgress;

    /// <summary>A finding that does not stop the release.</summary>
    public sealed record Warned(Finding Finding) : PublishProgress;

    /// <summary>The CI system issued an identity token.</summary>
    /// <param name="System">The CI system, for example <c>GitHub Actions</c>.</param>
    /// <param name="Audience">The audience the token was issued for.</param>
    public sealed record IdentityDetected(string System, string Audience) : PublishProgress;

    /// <summary>The release uses configured credentials, not the job's identity.</summary>
    /// <param name="User">The user name.</param>
    public sealed record CredentialsGiven(string User) : PublishProgress;

    /// <summary>The index exchanged the identity token for an API token.</summary>
    /// <param name="Expires">When the API token expires; null if the index does not say.</param>
    public sealed record TokenExchanged(DateTimeOffset? Expires) : PublishProgress;

    /// <summary>A file was attested, and the attestation logged publicly.</summary>
    /// <param name="FileName">The file.</param>
    /// <param name="LogIndex">The number of the entry in the transparency log.</param>
    public sealed record Attested(string FileName, long LogIndex) : PublishProgress;

    /// <summary>A request is repeated.</summary>
    /// <param name="What">What is repeated, for example a file name or <c>token exchange</c>.</param>
    /// <param name="Reason">Why the last attempt failed.</param>
    /// <param name="Delay">The delay before it.</param>
    /// <param name="Attempt">The number of the next attempt, starting at 2.</param>
    public sealed record Retrying(string What, string Reason, TimeSpan Delay, int Attempt) : PublishProgress;

    /// <summary>A file is being sent.</summary>
    public sealed record UploadStarted(string FileName, long Size) : PublishProgress;

    /// <summary>Part of a file has been sent.</summary>
    /// <param name="FileName">The file.</param>
    /// <param name="Sent">Bytes of the file sent so far by this attempt.</param>
    /// <param name="Size">Bytes of the file.</param>
    public sealed record BytesSent(string FileName, long Sent, long Size) : PublishProgress;

    /// <summary>A file is done.</summary>
    public sealed record UploadFinished(FileReport File) : PublishProgress;

    /// <summary>Verification has started: the index's listing is compared with what was sent.</summary>
    public sealed record Verifying(string Project, string Version) : PublishProgress;
}
