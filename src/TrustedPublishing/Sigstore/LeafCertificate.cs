using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TrustedPublishing.Sigstore;

/// <summary>A certificate that Fulcio issued to a job, and its content.</summary>
internal sealed class LeafCertificate : IDisposable
{
    private static readonly Asn1Tag Mail = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 6);

    private LeafCertificate(X509Certificate2 certificate) =>
        (Certificate, NotBefore, NotAfter) = (certificate, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());

    public X509Certificate2 Certificate { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>PEM with a trailing line break, as Rekor stores it.</summary>
    public byte[] Pem => Encoding.ASCII.GetBytes(Certificate.ExportCertificatePem() + "\n");

    /// <exception cref="AttestationException">The bytes are not a certificate.</exception>
    public static LeafCertificate Read(ReadOnlySpan<byte> der)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(der);
            if (certificate.RawDataMemory.Span.SequenceEqual(der))
            {
                return new(certificate);
            }

            certificate.Dispose();
            throw AttestationException.Malformed("invalid X.509 certificate");
        }
        catch (CryptographicException exception)
        {
            throw AttestationException.Malformed("invalid X.509 certificate", exception);
        }
    }

    /// <summary>Whether <paramref name="signature"/> (DER) over <paramref name="data"/> was made with the certificate's key.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = Certificate.GetECDsaPublicKey();
            return key is not null && key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Checks that the certificate is for code signing and nothing else (not a CA); returns the problem or null.</summary>
    /// <exception cref="CryptographicException">The relevant extensions cannot be parsed.</exception>
    public string? ProfileComplaint()
    {
        var usage = Certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var purposes = Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault();
        return usage is null || (usage.KeyUsages & X509KeyUsageFlags.DigitalSignature) == 0 ? "Key usage is not of type `digital signature`"
            : purposes is null || !purposes.EnhancedKeyUsages.Cast<Oid>().Any(purpose => purpose.Value == "1.3.6.1.5.5.7.3.3") ? "Extended usage does not contain `code signing`"
            : Certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority) ? "the signing certificate is one of an authority"
            : null;
    }

    /// <exception cref="AttestationException">An extension is malformed.</exception>
    public SigningIdentity Identity() => new()
    {
        Subject = Subject(Address) ?? Subject(Mail),
        Issuer = Subject(Mail) is null ? Text(FulcioClaims.Issuer) : Extension(FulcioClaims.OldIssuer, raw => Encoding.UTF8.GetString(raw.Span)),
        Repository = Text(FulcioClaims.Repository),
        Commit = Text(FulcioClaims.Commit),
        Ref = Text(FulcioClaims.Ref),
        Workflow = Text(FulcioClaims.Workflow),
    };

    public void Dispose() => Certificate.Dispose();

    private string? Text(string oid) => Extension(oid, raw =>
    {
        var reader = new AsnReader(raw, AsnEncodingRules.DER);
        var text = reader.ReadCharacterString(UniversalTagNumber.UTF8String);
        reader.ThrowIfNotEmpty();
        return text;
    });

    /// <summary>The only alternative name, if it is a URI or an e-mail address. .NET lists host names only.</summary>
    private string? Subject(Asn1Tag kind) => Extension("2.5.29.17", raw =>
    {
        var names = new AsnReader(raw, AsnEncodingRules.DER).ReadSequence();
        var tag = names.PeekTag();
        return tag.HasSameClassAndValue(kind) ? names.ReadCharacterString(UniversalTagNumber.IA5String, tag) : null;
    });

    private string? Extension(string oid, Func<ReadOnlyMemory<byte>, string?> read)
    {
        try
        {
            return Certificate.Extensions[oid] is { } extension ? read(extension.RawData) : null;
        }
        catch (AsnContentException exception)
        {
            throw AttestationException.Malformed($"the certificate's extension {oid} cannot be read", exception);
        }
    }
}
