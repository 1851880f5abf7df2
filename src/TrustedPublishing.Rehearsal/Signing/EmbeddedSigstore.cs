using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>
/// An embedded Sigstore instance: an authority, a certificate log and a transparency log, with keys that exist only as long as this object and that
/// nobody else trusts. Nothing becomes public.
/// </summary>
internal sealed class EmbeddedSigstore : IDisposable
{
    public const string Path = "/_/sigstore/";

    private readonly RehearsalOptions options;
    private readonly Lock gate = new();
    private readonly CertificateLog certificates = new();
    private readonly string start;
    private readonly IReadOnlyList<byte[]> chain;
    private SigningAuthority authority;

    public EmbeddedSigstore(RehearsalOptions options)
    {
        this.options = options;
        start = Now.AddYears(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        authority = new(Now);
        chain = authority.Chain;
    }

    public DateTimeOffset Now => options.Time.GetUtcNow();

    public EntryLog Entries { get; } = new();

    /// <summary>The instance in the form that clients need.</summary>
    public SigstoreInstance At(Uri root) => new()
    {
        Name = "the rehearsal's Sigstore",
        CertificateAuthority = new(root, Path),
        TransparencyLog = new(root, Path),
        TrustedRoot = TrustedRoot.Parse(Root(root).ToJsonString()),
    };

    /// <summary>A certificate for a key, and the rest of its chain, as PEM.</summary>
    public IReadOnlyList<string> Issue(PublicKey key, IReadOnlyList<X509Extension> claims)
    {
        lock (gate)
        {
            using var certificate = authority.Issue(key, claims, certificates, Now, options.CertificateLife);
            return [$"{certificate.ExportCertificatePem()}\n", .. authority.Chain.Select(Pem)];
        }
    }

    /// <summary>Issues all further certificates from an authority that nobody trusts.</summary>
    public void RotateAuthority()
    {
        lock (gate)
        {
            authority.Dispose();
            authority = new(Now);
        }
    }

    /// <summary>The trusted root, in the format that Sigstore distributes.</summary>
    public JsonObject Root(Uri root) => new()
    {
        ["mediaType"] = "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
        ["tlogs"] = new JsonArray(Log(root, Entries.Key)),
        ["certificateAuthorities"] = new JsonArray(new JsonObject
        {
            ["subject"] = new JsonObject { ["organization"] = "rehearsal.invalid", ["commonName"] = "rehearsal" },
            ["uri"] = new Uri(root, Path).AbsoluteUri,
            ["certChain"] = new JsonObject
            {
                ["certificates"] = new JsonArray([.. chain.Select(der => new JsonObject { ["rawBytes"] = Convert.ToBase64String(der) })]),
            },
            ["validFor"] = new JsonObject { ["start"] = start },
        }),
        ["ctlogs"] = new JsonArray(Log(root, certificates.Key)),
        ["timestampAuthorities"] = new JsonArray(),
    };

    public void Dispose()
    {
        authority.Dispose();
        certificates.Dispose();
        Entries.Dispose();
    }

    private JsonObject Log(Uri root, LogKey key) => new()
    {
        ["baseUrl"] = new Uri(root, Path).AbsoluteUri,
        ["hashAlgorithm"] = "SHA2_256",
        ["publicKey"] = new JsonObject
        {
            ["rawBytes"] = Convert.ToBase64String(key.Public),
            ["keyDetails"] = "PKIX_ECDSA_P256_SHA_256",
            ["validFor"] = new JsonObject { ["start"] = start },
        },
        ["logId"] = new JsonObject { ["keyId"] = Convert.ToBase64String(key.Id) },
    };

    private static string Pem(byte[] der)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        return $"{certificate.ExportCertificatePem()}\n";
    }
}
