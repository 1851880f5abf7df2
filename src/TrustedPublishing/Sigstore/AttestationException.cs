using System.Diagnostics.CodeAnalysis;

namespace TrustedPublishing.Sigstore;

/// <summary>An attestation cannot be read or does not verify; the message says why, in the words of the verifiers that PyPI uses where they have some.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "The attestor turns it into a PublishException; nobody else sees it.")]
internal sealed class AttestationException : Exception
{
    internal AttestationException(string message, Exception? cause = null) : base(message, cause)
    {
    }

    /// <summary>Whether it cannot even be read: a certificate or a log entry that is none.</summary>
    public bool IsMalformed { get; internal init; }

    internal static AttestationException Malformed(string message, Exception? cause = null) => new(message, cause) { IsMalformed = true };
}
