using System.Net;
using System.Text;
using System.Text.Json;
using TrustedPublishing.Http;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// Sigstore's transparency log, API version 1 with entries of type <c>dsse</c> 0.0.1 (sigstore/rekor, <c>openapi.yaml</c>): the only type that PyPI
/// can verify.
/// </summary>
internal static class RekorProtocol
{
    public static Uri Address(SigstoreInstance sigstore) => new($"{sigstore.TransparencyLog.AbsoluteUri.TrimEnd('/')}/api/v1/log/entries");

    public static HttpRequestMessage Request(SigstoreInstance sigstore, byte[] statement, byte[] signature, LeafCertificate leaf)
    {
        var entry = new ProposedEntry(EntryBody.Version, EntryBody.Kind, new(new(DsseEncoding.Envelope(statement, signature), [Encoding.ASCII.GetBytes(leaf.Certificate.ExportCertificatePem())])));
        return SigstoreRequest.Post(Address(sigstore), JsonSerializer.SerializeToUtf8Bytes(entry, ProvenanceJson.Plain.ProposedEntry));
    }

    /// <summary>The URL of an entry that the log already has because the response to an earlier attempt was lost; otherwise null.</summary>
    public static Uri? Existing(SigstoreInstance sigstore, HttpResponse answer)
    {
        var id = answer is { Status: HttpStatusCode.Conflict, Location: { } location } ? location.OriginalString.Split('/')[^1] : "";
        return id.Length is 64 or 80 && id.All(char.IsAsciiHexDigit) ? new($"{Address(sigstore).AbsoluteUri}/{id}") : null;
    }

    /// <summary>The entry in the form used in attestations; null if the response contains none.</summary>
    public static LogEntry? Read(HttpResponse answer)
    {
        if (answer.Status is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body, ProvenanceJson.Default.DictionaryStringRekorEntry) is { Count: 1 } entries && entries.Values.Single() is { } entry ? Entry(entry) : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    private static LogEntry? Entry(RekorEntry entry)
    {
        var proof = entry.Verification.InclusionProof;
        return EntryBody.KindOf(entry.Body) is not { } kind || long.Min(long.Min(entry.LogIndex, entry.IntegratedTime), long.Min(proof.LogIndex, proof.TreeSize)) < 0 ? null : new(
            entry.LogIndex,
            new(Convert.FromHexString(entry.LogId)),
            kind,
            entry.IntegratedTime,
            new(proof.LogIndex, Convert.FromHexString(proof.RootHash), proof.TreeSize, [.. proof.Hashes.Select(hash => Convert.FromHexString(hash ?? throw new FormatException("A hash is null.")))], new(proof.Checkpoint)),
            entry.Body)
        {
            InclusionPromise = new(entry.Verification.SignedEntryTimestamp),
        };
    }
}
