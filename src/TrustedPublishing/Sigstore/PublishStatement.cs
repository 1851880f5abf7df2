using System.Text.Encodings.Web;
using System.Text.Json;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Sigstore;

/// <summary>An in-toto statement (version 1) that a distribution was published, with PyPI's predicate (<see href="https://docs.pypi.org/attestations/publish/v1"/>).</summary>
internal static class PublishStatement
{
    public const string Type = "https://in-toto.io/Statement/v1";

    public const string Publish = "https://docs.pypi.org/attestations/publish/v1";

    private static readonly string[] Known = [Publish, "https://slsa.dev/provenance/v1"];

    /// <summary>The statement as the bytes that pypi-attestations writes.</summary>
    public static byte[] Create(string fileName, string sha256)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("_type", Type);
            json.WriteStartArray("subject");
            json.WriteStartObject();
            json.WriteString("name", fileName);
            json.WriteStartObject("digest");
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("predicateType", Publish);
            json.WriteNull("predicate");
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Validates a statement and returns the type of its predicate.</summary>
    /// <exception cref="AttestationException">It is not a statement, or is about another file.</exception>
    public static string Check(byte[] statement, string fileName, string sha256)
    {
        using var document = Read(statement);
        var root = document.RootElement;
        if (root.Text("_type") != Type || root.Text("predicateType") is not { } predicate || root.Member("subject") is not { ValueKind: JsonValueKind.Array } subjects)
        {
            throw new AttestationException("invalid statement: it is not an in-toto statement");
        }

        if (subjects.GetArrayLength() != 1)
        {
            throw new AttestationException("too many subjects in statement (must be exactly one)");
        }

        CheckName(subjects[0].Text("name"), fileName);
        return subjects[0].Member("digest").Text("sha256") != sha256 ? throw new AttestationException("subject does not match distribution digest")
            : Known.Contains(predicate) ? predicate
            : throw new AttestationException($"unknown attestation type: {predicate}");
    }

    private static void CheckName(string? name, string fileName)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new AttestationException("invalid subject: missing name");
        }

        if (!DistributionFileName.TryParse(name, out var subject, out var complaint))
        {
            throw new AttestationException($"invalid subject: {complaint}");
        }

        if (!DistributionFileName.TryParse(fileName, out var file, out _) || !subject.IsEquivalentTo(file))
        {
            throw new AttestationException($"subject does not match distribution name: {name} != {fileName}");
        }
    }

    private static JsonDocument Read(byte[] statement)
    {
        try
        {
            return JsonDocument.Parse(statement, new() { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new AttestationException("invalid statement: it is not JSON", exception);
        }
    }
}
