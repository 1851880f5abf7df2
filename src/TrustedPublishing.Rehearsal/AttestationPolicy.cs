namespace TrustedPublishing.Rehearsal;

/// <summary>What the index does with attestations (PEP 740).</summary>
public enum AttestationPolicy
{
    /// <summary>Verifies them as PyPI does, but against <see cref="RehearsalIndex.Sigstore"/>, and stores them.</summary>
    Verified,

    /// <summary>Judges shape, number, subject, digest and predicate type, but neither certificate, log entry nor signature, and stores them.</summary>
    WithoutSignature,

    /// <summary>Ignores the field silently, as PyPI does when it has switched attestations off.</summary>
    Ignored,
}
