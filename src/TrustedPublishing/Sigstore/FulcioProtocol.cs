using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using TrustedPublishing.Http;

namespace TrustedPublishing.Sigstore;

/// <summary>Sigstore's certificate authority, API version 2 (sigstore/fulcio, <c>fulcio.proto</c>): builds requests and parses responses.</summary>
internal static class FulcioProtocol
{
    public static Uri Address(SigstoreInstance sigstore) => new($"{sigstore.CertificateAuthority.AbsoluteUri.TrimEnd('/')}/api/v2/signingCert");

    /// <summary>
    /// Creates a request for a certificate for <paramref name="key"/>; its signature proves that we hold the key. The subject is empty: the token
    /// identifies it.
    /// </summary>
    public static HttpRequestMessage Request(SigstoreInstance sigstore, Secret identityToken, ECDsa key)
    {
        var signing = new CertificateRequest(new X500DistinguishedName(""), key, HashAlgorithmName.SHA256);
        var body = new CertificateRequestBody(new(identityToken.Reveal()), Encoding.ASCII.GetBytes(signing.CreateSigningRequestPem()));
        return SigstoreRequest.Post(Address(sigstore), JsonSerializer.SerializeToUtf8Bytes(body, ProvenanceJson.Plain.CertificateRequestBody));
    }

    /// <summary>The leaf certificate (DER); null if the response contains none.</summary>
    public static byte[]? Read(HttpResponse answer)
    {
        if (answer.Status is not { } status || (int)status is < 200 or >= 300)
        {
            return null;
        }

        try
        {
            var pem = JsonSerializer.Deserialize(answer.Body, ProvenanceJson.Default.CertificateAnswer)?.SignedCertificateEmbeddedSct.Chain.Certificates is [{ } first, ..] ? first : "";
            var found = PemEncoding.Find(pem);
            return pem[found.Label] == "CERTIFICATE" ? Convert.FromBase64String(pem[found.Base64Data]) : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }
}
