using System.Text.Json;
using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Checks that the statement inside an attestation is about the uploaded file.</summary>
internal static class AttestationStatement
{
    private static readonly string[] Supported = ["https://docs.pypi.org/attestations/publish/v1", "https://slsa.dev/provenance/v1"];

    /// <summary>The predicate type, or why the statement does not match.</summary>
    public static (string? PredicateType, string? Complaint) Judge(JsonObject attestation, UploadedContent content)
    {
        JsonObject? statement;
        try
        {
            statement = JsonNode.Parse(Convert.FromBase64String(attestation["envelope"]!["statement"]!.GetValue<string>())) as JsonObject;
        }
        catch (JsonException)
        {
            statement = null;
        }

        if (statement?["subject"] is not JsonArray subjects || Text(statement["_type"]) != "https://in-toto.io/Statement/v1" || Text(statement["predicateType"]) is not { } type)
        {
            return (null, "invalid statement: it is not an in-toto statement");
        }

        return subjects is [JsonObject subject]
            ? (type, Subject(subject, content) ?? (Supported.Contains(type) ? null : $"unknown attestation type: {type}"))
            : (null, "too many subjects in statement (must be exactly one)");
    }

    private static string? Subject(JsonObject subject, UploadedContent content)
    {
        if (Text(subject["name"]) is not { Length: > 0 } name)
        {
            return "invalid subject: missing name";
        }

        if (!DistributionFileName.TryParse(name, out var parsed, out var complaint))
        {
            return $"invalid subject: {complaint}";
        }

        return !DistributionFileName.TryParse(content.FileName, out var uploaded, out _) || !parsed.IsEquivalentTo(uploaded)
            ? $"subject does not match distribution name: {name} != {content.FileName}"
            : Text((subject["digest"] as JsonObject)?["sha256"]) == content.Sha256 ? null
            : "subject does not match distribution digest";
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
