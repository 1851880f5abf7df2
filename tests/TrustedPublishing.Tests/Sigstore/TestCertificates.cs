using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>Certificates made for a test, valid for the first ten minutes of 1970.</summary>
internal static class TestCertificates
{
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    public static DateTimeOffset NotBefore { get; } = DateTimeOffset.UnixEpoch;

    public static DateTimeOffset NotAfter { get; } = DateTimeOffset.UnixEpoch.AddMinutes(10);

    public static LeafCertificate Leaf(params X509Extension[] extensions)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request("CN=leaf", key, extensions).CreateSelfSigned(NotBefore, NotAfter);
        return LeafCertificate.Read(certificate.RawData);
    }

    public static CertificateRequest Request(string name, ECDsa key, params X509Extension[] extensions)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        Array.ForEach(extensions, request.CertificateExtensions.Add);
        return request;
    }

    public static X509Extension Usage(X509KeyUsageFlags usage) => new X509KeyUsageExtension(usage, critical: true);

    public static X509Extension Purposes(params string[] purposes) => new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], critical: false);

    public static X509Extension Authority(bool isAuthority) => new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true);
}
