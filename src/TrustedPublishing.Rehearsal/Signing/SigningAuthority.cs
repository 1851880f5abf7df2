using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The authority that issues signing certificates: a root, an intermediate, and short-lived leaf certificates.</summary>
internal sealed class SigningAuthority : IDisposable
{
    private readonly ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 intermediate;

    public SigningAuthority(DateTimeOffset now)
    {
        var name = new X500DistinguishedName("O=rehearsal.invalid, CN=rehearsal");
        var rootRequest = new CertificateRequest(name, rootKey, HashAlgorithmName.SHA384);
        Add(rootRequest, new X509BasicConstraintsExtension(true, true, 1, true), new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true),
            new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, false));
        using var signed = rootRequest.CreateSelfSigned(now.AddYears(-1), now.AddYears(20));
        root = X509CertificateLoader.LoadCertificate(signed.RawData);

        var request = new CertificateRequest(new X500DistinguishedName("O=rehearsal.invalid, CN=rehearsal-intermediate"), key, HashAlgorithmName.SHA384);
        Add(request, new X509BasicConstraintsExtension(true, true, 0, true), new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true),
            CodeSigning, new X509SubjectKeyIdentifierExtension(request.PublicKey, false), KeyOf(signed));
        intermediate = request.Create(name, X509SignatureGenerator.CreateForECDsa(rootKey), now.AddYears(-1), now.AddYears(19), RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>The certificates from the intermediate to the root (DER).</summary>
    public IReadOnlyList<byte[]> Chain => [intermediate.RawData, root.RawData];

    private static X509EnhancedKeyUsageExtension CodeSigning => new([new("1.3.6.1.5.5.7.3.3")], false);

    /// <summary>A certificate for a key, including the certificate log's promise.</summary>
    public X509Certificate2 Issue(PublicKey of, IReadOnlyList<X509Extension> claims, CertificateLog log, DateTimeOffset now, TimeSpan life)
    {
        var request = new CertificateRequest(new X500DistinguishedName(""), of, HashAlgorithmName.SHA384);
        Add(request, new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true), CodeSigning, new X509SubjectKeyIdentifierExtension(of, false), KeyOf(intermediate));
        Add(request, [.. claims]);
        var serial = RandomNumberGenerator.GetBytes(20);
        serial[0] = (byte)((serial[0] & 0x7f) | 1);
        var signer = X509SignatureGenerator.CreateForECDsa(key);
        using var withoutPromise = request.Create(intermediate.SubjectName, signer, now, now + life, serial);
        var signedPart = new AsnReader(withoutPromise.RawDataMemory, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue().ToArray();
        Add(request, log.Promise(signedPart, SHA256.HashData(intermediate.PublicKey.ExportSubjectPublicKeyInfo()), now));
        return request.Create(intermediate.SubjectName, signer, now, now + life, serial);
    }

    public void Dispose()
    {
        root.Dispose();
        intermediate.Dispose();
        rootKey.Dispose();
        key.Dispose();
    }

    private static X509AuthorityKeyIdentifierExtension KeyOf(X509Certificate2 issuer) => X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);

    private static void Add(CertificateRequest request, params IReadOnlyList<X509Extension> extensions)
    {
        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }
    }
}
