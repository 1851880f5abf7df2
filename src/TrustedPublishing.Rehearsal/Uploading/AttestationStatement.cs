using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Whether the statement inside an attestation is about the uploaded file.</summary>
internal static class AttestationStatement
{
    private static readonly string[] Supported = ["https://docs.pypi.org/attestations/publish/v1", "https://slsa.dev/provenance/v1"];

    /// <summary>The predicate type, or why the statement does not fit.</summary>
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

        return !DistributionFileName.TryParse(content.FileName, out var uploaded, out _) || !IsSame(parsed, uploaded)
            ? $"subject does not match distribution name: {name} != {content.FileName}"
            : Text((subject["digest"] as JsonObject)?["sha256"]) == content.Sha256 ? null
            : "subject does not match distribution digest";
    }

    /// <summary>Names are compared parsed: normalised, and with sets of tags.</summary>
    private static bool IsSame(DistributionFileName left, DistributionFileName right) =>
        left.Kind == right.Kind && left.Project == right.Project && left.Version.Equals(right.Version) && left.Build == right.Build
        && IsSame(left.PythonTags, right.PythonTags) && IsSame(left.AbiTags, right.AbiTags) && IsSame(left.PlatformTags, right.PlatformTags);

    private static bool IsSame(IEnumerable<string> left, IEnumerable<string> right) =>
        left.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(right);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
