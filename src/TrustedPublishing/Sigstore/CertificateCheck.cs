using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// Checks that a certificate was issued by a trusted authority, was valid at the given time, is publicly logged, and is meant for code signing.
/// </summary>
internal static class CertificateCheck
{
    /// <exception cref="AttestationException">One of the checks failed.</exception>
    public static void Check(LeafCertificate leaf, DateTimeOffset time, TrustedRoot root)
    {
        if (time < leaf.NotBefore || time > leaf.NotAfter)
        {
            throw new AttestationException($"invalid signing cert: expired at time of signing, time via {Text(time)} UTC, valid from {Text(leaf.NotBefore)} to {Text(leaf.NotAfter)}");
        }

        try
        {
            SignedCertificateTimestamp.Check(leaf.Certificate, IssuerOf(leaf.Certificate, time, root), root);
            if (leaf.ProfileComplaint() is { } complaint)
            {
                throw new AttestationException(complaint);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            throw AttestationException.Malformed("invalid X.509 certificate", exception); // parts of a certificate are read when they are needed
        }
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

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
