using System.Security.Cryptography;
using System.Text.Json;

namespace TrustedPublishing.Sigstore;

/// <summary>The body of a log entry of type <c>dsse</c> 0.0.1: the statement, the signature and the certificate that were logged.</summary>
internal static class EntryBody
{
    public const string Kind = "dsse";

    public const string Version = "0.0.1";

    /// <summary>The type that the body declares; null if it cannot be parsed.</summary>
    public static KindVersion? KindOf(byte[] body) => Read(body) is { } read ? new(read.Kind, read.ApiVersion) : null;

    /// <exception cref="AttestationException">The entry does not match.</exception>
    public static void Check(LogEntry entry, byte[] statement, byte[] signature, LeafCertificate leaf)
    {
        var body = Read(entry.CanonicalizedBody) ?? throw new AttestationException("invalid DSSE log entry: it cannot be read");
        if (entry.KindVersion != new KindVersion(Kind, Version) || entry.KindVersion != new KindVersion(body.Kind, body.ApiVersion))
        {
            throw new AttestationException($"Expected entry type {Kind} {Version}, got {entry.KindVersion.Kind} {entry.KindVersion.Version}");
        }

        if (body.Spec.Member("payloadHash").Text("algorithm") != "sha256" || body.Spec.Member("payloadHash").Text("value") != Convert.ToHexStringLower(SHA256.HashData(statement)))
        {
            throw new AttestationException("log entry payload hash does not match bundle");
        }

        var signatures = body.Spec.Member("signatures");
        if (signatures.ValueKind is not JsonValueKind.Array || signatures.GetArrayLength() != 1
            || signatures[0].Text("signature") != Convert.ToBase64String(signature) || signatures[0].Text("verifier") != Convert.ToBase64String(leaf.Pem))
        {
            throw new AttestationException("log entry signatures do not match bundle");
        }
    }

    private static CanonicalBody? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProvenanceJson.Default.CanonicalBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
