namespace TrustedPublishing.Sigstore;

/// <summary>
/// Verifies attestations as PyPI does: time, certificate, certificate log, transparency log, signature, statement
/// (<see href="https://docs.pypi.org/attestations/security-model/"/>). Nothing is asked over the network.
/// </summary>
/// <param name="root">Whom to believe.</param>
internal sealed class AttestationVerifier(TrustedRoot root)
{
    /// <summary>Who signed what about the file.</summary>
    /// <param name="attestation">The attestation.</param>
    /// <param name="fileName">The file that it should be about.</param>
    /// <param name="sha256">The file's SHA-256 in lower-case hexadecimal digits.</param>
    /// <exception cref="AttestationException">It does not verify, or is about another file.</exception>
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
