using System.Text.Json.Serialization;

namespace TrustedPublishing.Sigstore;

/// <summary>An attestation (PEP 740); unknown members are ignored.</summary>
internal sealed record AttestationObject(
    int Version,
    [property: JsonPropertyName("verification_material")] VerificationMaterial VerificationMaterial,
    StatementEnvelope Envelope);

/// <summary>The signing certificate (DER) and the log entries, of which only the first is used.</summary>
internal sealed record VerificationMaterial(
    byte[] Certificate,
    [property: JsonPropertyName("transparency_entries")] IReadOnlyList<LogEntry?> TransparencyEntries);

/// <summary>The in-toto statement, as the exact bytes that were signed, and the signature (DER).</summary>
internal sealed record StatementEnvelope(byte[] Statement, byte[] Signature);

/// <summary>A transparency log entry; here PyPI rejects unknown members.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LogEntry(
    [property: JsonConverter(typeof(IntegerTextConverter))] long LogIndex,
    LogId LogId,
    KindVersion KindVersion,
    [property: JsonConverter(typeof(IntegerTextConverter))] long IntegratedTime,
    InclusionProof InclusionProof,
    byte[] CanonicalizedBody)
{
    /// <summary>The log's promise to include the entry (SET); it makes the time trustworthy.</summary>
    public InclusionPromise? InclusionPromise { get; init; }
}

/// <summary>The ID of the log: the SHA-256 of its public key.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LogId(byte[] KeyId);

/// <summary>The type of an entry, for example <c>dsse</c> <c>0.0.1</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record KindVersion(string Kind, string Version);

/// <summary>The signed entry timestamp.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InclusionPromise(byte[] SignedEntryTimestamp);

/// <summary>Proof that the entry is in the tree with this size and root.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InclusionProof(
    [property: JsonConverter(typeof(IntegerTextConverter))] long LogIndex,
    byte[] RootHash,
    [property: JsonConverter(typeof(IntegerTextConverter))] long TreeSize,
    IReadOnlyList<byte[]> Hashes,
    CheckpointText Checkpoint);

/// <summary>The log's signed statement of its size and root.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CheckpointText(string Envelope);

/// <summary>What an index serves for a file (PEP 740, Integrity API). The publisher is not compared.</summary>
internal sealed record ProvenanceObject(
    int Version,
    [property: JsonPropertyName("attestation_bundles")] IReadOnlyList<AttestationBundle?> AttestationBundles);

/// <summary>The attestations of one publisher.</summary>
internal sealed record AttestationBundle(IReadOnlyList<AttestationObject?> Attestations);
