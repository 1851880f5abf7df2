using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Provenance;

/// <summary>Whether a certificate was issued by an authority that is believed, was valid at a time, is public, and is for signing.</summary>
internal static class CertificateCheck
{
    /// <exception cref="AttestationException">It was not.</exception>
    public static void Check(LeafCertificate leaf, DateTimeOffset time, TrustedRoot root)
    {
        if (time < leaf.NotBefore || time > leaf.NotAfter)
        {
            throw new AttestationException(
                $"invalid signing cert: expired at time of signing, time via {time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, valid from {leaf.NotBefore.UtcDateTime:yyyy-MM-dd HH:mm:ss} to {leaf.NotAfter.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
        }

        CertificateTimestamp.Check(leaf.Certificate, IssuerOf(leaf.Certificate, time, root), root);
        if (leaf.ProfileComplaint() is { } complaint)
        {
            throw new AttestationException(complaint);
        }
    }

    private static X509Certificate2 IssuerOf(X509Certificate2 leaf, DateTimeOffset time, TrustedRoot root)
    {
        var complaint = "no trusted authority was in use at that time";
        foreach (var authority in root.Authorities.Where(authority => authority.Window.Contains(time)))
        {
            (var issuer, complaint) = authority.IssuerOf(leaf, time);
            if (issuer is not null)
            {
                return issuer;
            }
        }

        throw new AttestationException($"failed to build certificate chain: {complaint}");
    }
}
