using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Tests.Signing;

/// <summary>A client of the embedded Sigstore instance that signs anything.</summary>
internal sealed class TestSigner(Bench bench) : IDisposable
{
    private const string Type = "application/vnd.in-toto+json";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string certificate = "";

    /// <summary>A job's attestation of a statement.</summary>
    public static async Task<JsonObject> AttestAsync(Bench bench, string statement, RehearsalJob? job = null)
    {
        using var signer = new TestSigner(bench);
        await signer.CertifyAsync(job);
        return await signer.AttestAsync(statement);
    }

    public async Task<Reply> CertifyAsync(RehearsalJob? job = null, string audience = "sigstore")
    {
        var reply = await CertifyAsync(await IdentityAsync(job, audience), new CertificateRequest("", key, HashAlgorithmName.SHA256).CreateSigningRequestPem());
        certificate = reply.Status == 200 ? reply.Json["signedCertificateEmbeddedSct"]!["chain"]!["certificates"]![0]!.GetValue<string>() : "";
        return reply;
    }

    public Task<Reply> CertifyAsync(string identity, string request) => bench.PostAsync("/_/sigstore/api/v2/signingCert", new JsonObject
    {
        ["credentials"] = new JsonObject { ["oidcIdentityToken"] = identity },
        ["certificateSigningRequest"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(request)),
    }.ToJsonString());

    public async Task<string> IdentityAsync(RehearsalJob? job, string audience)
    {
        var variables = bench.Index.JobEnvironment(job);
        var reply = await bench.SendAsync(HttpMethod.Get, $"{variables["ACTIONS_ID_TOKEN_REQUEST_URL"]}&audience={audience}", null, ("Authorization", $"bearer {variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]}"));
        return reply.Json["value"]!.GetValue<string>();
    }

    public string Sign(string statement) => Convert.ToBase64String(key.SignData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Type.Length} {Type} {Encoding.UTF8.GetByteCount(statement)} {statement}")),
        HashAlgorithmName.SHA256,
        DSASignatureFormat.Rfc3279DerSequence));

    public Task<Reply> LogAsync(string statement, string signature) => bench.PostAsync("/_/sigstore/api/v1/log/entries", new JsonObject
    {
        ["apiVersion"] = "0.0.1",
        ["kind"] = "dsse",
        ["spec"] = new JsonObject
        {
            ["proposedContent"] = new JsonObject
            {
                ["envelope"] = new JsonObject
                {
                    ["payload"] = Base64(statement),
                    ["payloadType"] = Type,
                    ["signatures"] = new JsonArray(new JsonObject { ["sig"] = signature }),
                }.ToJsonString(),
                ["verifiers"] = new JsonArray(Base64(certificate)),
            },
        },
    }.ToJsonString());

    public void Dispose() => key.Dispose();

    private async Task<JsonObject> AttestAsync(string statement)
    {
        var signature = Sign(statement);
        using var leaf = X509Certificate2.CreateFromPem(certificate);
        return new()
        {
            ["version"] = 1,
            ["verification_material"] = new JsonObject
            {
                ["certificate"] = Convert.ToBase64String(leaf.RawData),
                ["transparency_entries"] = new JsonArray(Entry((await LogAsync(statement, signature)).Json.AsObject().Single().Value!)),
            },
            ["envelope"] = new JsonObject { ["statement"] = Base64(statement), ["signature"] = signature },
        };
    }

    /// <summary>Converts the log's format to that of attestations: integers are strings, bytes are base64.</summary>
    private static JsonObject Entry(JsonNode entry)
    {
        var proof = entry["verification"]!["inclusionProof"]!;
        return new()
        {
            ["logIndex"] = entry["logIndex"]!.ToJsonString(),
            ["logId"] = new JsonObject { ["keyId"] = Bytes(entry["logID"]!) },
            ["kindVersion"] = new JsonObject { ["kind"] = "dsse", ["version"] = "0.0.1" },
            ["integratedTime"] = entry["integratedTime"]!.ToJsonString(),
            ["inclusionPromise"] = new JsonObject { ["signedEntryTimestamp"] = entry["verification"]!["signedEntryTimestamp"]!.DeepClone() },
            ["inclusionProof"] = new JsonObject
            {
                ["logIndex"] = proof["logIndex"]!.ToJsonString(),
                ["rootHash"] = Bytes(proof["rootHash"]!),
                ["treeSize"] = proof["treeSize"]!.ToJsonString(),
                ["hashes"] = new JsonArray([.. proof["hashes"]!.AsArray().Select(hash => JsonValue.Create(Bytes(hash!)))]),
                ["checkpoint"] = new JsonObject { ["envelope"] = proof["checkpoint"]!.DeepClone() },
            },
            ["canonicalizedBody"] = entry["body"]!.DeepClone(),
        };
    }

    private static string Bytes(JsonNode hex) => Convert.ToBase64String(Convert.FromHexString(hex.GetValue<string>()));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
