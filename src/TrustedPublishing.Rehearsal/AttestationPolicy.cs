namespace TrustedPublishing.Rehearsal;

/// <summary>How the index treats attestations (PEP 740).</summary>
internal enum AttestationPolicy
{
    /// <summary>Verifies them as PyPI does, but against <see cref="RehearsalIndex.Sigstore"/>, and stores them.</summary>
    Verified,

    /// <summary>Checks their structure, number, subject, digest and predicate type, but not the certificate, log entry and signature, and stores them.</summary>
    WithoutSignature,

    /// <summary>Ignores the field silently, as PyPI does while it has attestations disabled.</summary>
    Ignored,
}
