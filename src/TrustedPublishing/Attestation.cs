using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing;

/// <summary>
/// An attestation of a distribution (PEP 740): a signed statement about the file, the signer's certificate, and the proof that both were logged.
/// </summary>
internal sealed class Attestation
{
    private readonly AttestationObject content;
    private readonly string? text;

    internal Attestation(AttestationObject content, string? text = null) => (this.content, this.text) = (content, text);

    /// <summary>The certificate of the signer (DER).</summary>
    public ReadOnlyMemory<byte> Certificate => content.VerificationMaterial.Certificate;

    /// <summary>The signed in-toto statement (JSON in UTF-8).</summary>
    public ReadOnlyMemory<byte> Statement => content.Envelope.Statement;

    /// <summary>The signature (ECDSA, DER).</summary>
    public ReadOnlyMemory<byte> Signature => content.Envelope.Signature;

    /// <summary>The number of the entry in the transparency log.</summary>
    public long LogIndex => Entry.LogIndex;

    /// <summary>The time at which the transparency log recorded the entry.</summary>
    public DateTimeOffset LoggedAt => DateTimeOffset.FromUnixTimeSeconds(Math.Min(Entry.IntegratedTime, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    /// <summary>A short text for messages that identifies the attestation.</summary>
    internal string Summary => $"log entry {LogIndex}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal())))[..16]}";

    internal LogEntry Entry => content.VerificationMaterial.TransparencyEntries[0]!;

    /// <summary>Parses one attestation, for example the content of a <c>*.publish.attestation</c> file.</summary>
    /// <exception cref="AttestationException">The text is not a version 1 attestation.</exception>
    public static Attestation Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProvenanceJson.Default.AttestationObject) is { } content && IsUsable(content)
                ? new(content, json)
                : throw AttestationException.Malformed("it is not an attestation of version 1 with a transparency log entry");
        }
        catch (JsonException exception)
        {
            throw AttestationException.Malformed($"invalid attestation{(exception.Path is { } path ? $" at {path}" : "")}", exception);
        }
    }

    /// <summary>Parses all attestations in a provenance object, as served by an index for a file.</summary>
    /// <exception cref="AttestationException">The text is not a provenance object with version 1 attestations.</exception>
    public static IReadOnlyList<Attestation> ParseProvenance(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProvenanceJson.Default.ProvenanceObject) is { Version: 1 } provenance
                && provenance.AttestationBundles.SelectMany(bundle => bundle?.Attestations ?? [null]).ToArray() is var all && all.All(IsUsable)
                    ? [.. all.Select(content => new Attestation(content!))]
                    : throw AttestationException.Malformed("it is not a provenance object of version 1");
        }
        catch (JsonException exception)
        {
            throw AttestationException.Malformed($"invalid provenance{(exception.Path is { } path ? $" at {path}" : "")}", exception);
        }
    }

    /// <summary>The attestation as a JSON object: the original text if it was parsed.</summary>
    public string ToJson() => text ?? Normal();

    /// <summary>Whether both have the same certificate, statement, signature and log entry. JSON formatting is ignored.</summary>
    public bool IsSameAs(Attestation other) => Normal() == other.Normal();

    private string Normal() => JsonSerializer.Serialize(content, ProvenanceJson.Plain.AttestationObject);

    private static bool IsUsable(AttestationObject? content) => content is { Version: 1, VerificationMaterial.TransparencyEntries: [not null, ..] };
}
