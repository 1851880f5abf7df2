using System.Diagnostics.CodeAnalysis;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// An attestation cannot be parsed or verified. The message gives the reason, in the words of the verifiers that PyPI uses where they have any.
/// </summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "The attestor turns it into a PublishException; nobody else sees it.")]
internal sealed class AttestationException : Exception
{
    internal AttestationException(string message, Exception? cause = null) : base(message, cause)
    {
    }

    /// <summary>Whether it cannot even be parsed: its certificate or log entry is malformed.</summary>
    public bool IsMalformed { get; internal init; }

    internal static AttestationException Malformed(string message, Exception? cause = null) => new(message, cause) { IsMalformed = true };
}
