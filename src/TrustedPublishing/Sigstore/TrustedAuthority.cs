using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Sigstore;

/// <summary>A trusted certificate authority: intermediate certificates, the root, and the period in which they were in use.</summary>
internal sealed record TrustedAuthority(IReadOnlyList<X509Certificate2> Intermediates, X509Certificate2 Root, WindowObject Window)
{
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    public static TrustedAuthority FromJson(AuthorityObject? authority)
    {
        X509Certificate2[] certificates = [.. authority?.CertChain.Certificates.Select(certificate => X509CertificateLoader.LoadCertificate(certificate?.RawBytes ?? [])) ?? []];
        return authority is not null && certificates is [.. var intermediates, var root] ? new(intermediates, root, authority.ValidFor) : throw new FormatException("An authority without certificates.");
    }

    /// <summary>
    /// The certificate that issued <paramref name="leaf"/>, if the whole chain up to the root is valid at that time; otherwise null and the reason.
    /// </summary>
    public (X509Certificate2? Issuer, string Complaint) IssuerOf(X509Certificate2 leaf, DateTimeOffset time)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationTime = time.UtcDateTime,
                VerificationTimeIgnored = false,
            },
        };
        chain.ChainPolicy.CustomTrustStore.Add(Root);
        chain.ChainPolicy.ExtraStore.AddRange(Intermediates.ToArray());
        chain.ChainPolicy.ApplicationPolicy.Add(new(CodeSigning));
        var isValid = chain.Build(leaf);
        var issuer = isValid && chain.ChainElements.Count > 1 ? Known(chain.ChainElements[1].Certificate) : null;
        var complaint = string.Join("; ", chain.ChainStatus.Select(status => status.StatusInformation.Trim()).Distinct());
        foreach (var element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }

        return (issuer, complaint);
    }

    private X509Certificate2? Known(X509Certificate2 certificate) =>
        Intermediates.Append(Root).FirstOrDefault(known => known.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));
}
