using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>
/// An entry submitted to the transparency log: an envelope, of which the log stores hashes, signature and certificate (sigstore/rekor,
/// <c>pkg/types/dsse</c>).
/// </summary>
internal static class SubmittedEntry
{
    /// <summary>What the log stores, or why it rejects the entry.</summary>
    public static (byte[]? Body, string? Complaint) Read(byte[] request)
    {
        try
        {
            var entry = JsonNode.Parse(request)!;
            var content = entry["spec"]!["proposedContent"]!;
            return (entry["kind"]!.GetValue<string>(), entry["apiVersion"]!.GetValue<string>()) == ("dsse", "0.0.1")
                ? Canonical(content["envelope"]!.GetValue<string>(), content["verifiers"]!.AsArray().Single()!.GetValue<string>())
                : (null, "error processing entry: only entries of kind dsse 0.0.1 are logged here");
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException or InvalidOperationException or FormatException or CryptographicException)
        {
            return (null, $"error processing entry: {exception.Message}");
        }
    }

    private static (byte[]?, string?) Canonical(string envelope, string verifier)
    {
        var content = JsonNode.Parse(envelope)!;
        var (type, payload) = (content["payloadType"]!.GetValue<string>(), Convert.FromBase64String(content["payload"]!.GetValue<string>()));
        var signature = content["signatures"]!.AsArray().Single()!["sig"]!.GetValue<string>();
        using var certificate = X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(verifier)));
        using var key = certificate.GetECDsaPublicKey()!;
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {type.Length} {type} {payload.Length} ")), .. payload];
        return key.VerifyData(signed, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            ? (Encoding.UTF8.GetBytes(PythonJson.Compact(Body(envelope, payload, signature, certificate))), null)
            : (null, "error processing entry: could not verify envelope");
    }

    private static JsonObject Body(string envelope, byte[] payload, string signature, X509Certificate2 certificate) => new()
    {
        ["apiVersion"] = "0.0.1",
        ["kind"] = "dsse",
        ["spec"] = new JsonObject
        {
            ["envelopeHash"] = Hash(Encoding.UTF8.GetBytes(envelope)),
            ["payloadHash"] = Hash(payload),
            ["signatures"] = new JsonArray(new JsonObject
            {
                ["signature"] = signature,
                ["verifier"] = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n")),
            }),
        },
    };

    private static JsonObject Hash(byte[] data) => new() { ["algorithm"] = "sha256", ["value"] = Convert.ToHexStringLower(SHA256.HashData(data)) };
}
