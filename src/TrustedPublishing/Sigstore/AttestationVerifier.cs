namespace TrustedPublishing.Sigstore;

/// <summary>
/// Verifies attestations as PyPI does: time, certificate, certificate log, transparency log, signature, statement
/// (<see href="https://docs.pypi.org/attestations/security-model/"/>). No network access is needed.
/// </summary>
/// <param name="root">The trusted root.</param>
internal sealed class AttestationVerifier(TrustedRoot root)
{
    /// <summary>Verifies an attestation and returns its signer and predicate type.</summary>
    /// <param name="attestation">The attestation.</param>
    /// <param name="fileName">The expected file name.</param>
    /// <param name="sha256">The file's SHA-256 in lower-case hexadecimal digits.</param>
    /// <exception cref="AttestationException">It cannot be verified, or belongs to another file.</exception>
    public VerifiedAttestation Verify(Attestation attestation, string fileName, string sha256)
    {
        var (statement, signature) = (attestation.Statement.ToArray(), attestation.Signature.ToArray());
        using var leaf = LeafCertificate.Read(attestation.Certificate.Span);
        var time = RekorEntryVerifier.TimeOf(attestation.Entry, root);
        CertificateCheck.Check(leaf, time, root);
        RekorEntryVerifier.CheckInclusion(attestation.Entry, root);
        if (!leaf.Verify(DsseEncoding.Encode(statement), signature))
        {
            throw new AttestationException("DSSE: invalid signature");
        }

        EntryBody.Check(attestation.Entry, statement, signature, leaf);
        return new(PublishStatement.Check(statement, fileName, sha256), leaf.Identity(), time);
    }
}
