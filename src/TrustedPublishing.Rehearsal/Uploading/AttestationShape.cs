using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Whether attestations have the form of PEP 740.</summary>
internal static class AttestationShape
{
    /// <summary>The attestations, or a multi-line description of the problems.</summary>
    public static (IReadOnlyList<JsonObject>? Attestations, string? Complaint) Read(string text)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return (null, Text("", "Invalid JSON: the text cannot be read as JSON"));
        }

        if (node is not JsonArray items)
        {
            return (null, Text("", "Input should be a valid array"));
        }

        var complaint = items.Index().Select(item => Complaint(item.Item, item.Index.ToString(System.Globalization.CultureInfo.InvariantCulture))).FirstOrDefault(found => found is not null);
        return complaint is null ? ([.. items.Select(item => item!.AsObject())], null) : (null, complaint);
    }

    private static string? Complaint(JsonNode? node, string at) =>
        node is not JsonObject attestation ? Text(at, "Input should be an object")
        : attestation["version"] is not { } version || version.ToJsonString() != "1" ? Text($"{at}.version", "Input should be 1")
        : attestation["verification_material"] is not JsonObject material ? Text($"{at}.verification_material", "Field required")
        : !IsBase64(material["certificate"]) ? Text($"{at}.verification_material.certificate", "Input should be valid base64")
        : material["transparency_entries"] is not JsonArray { Count: > 0 } entries ? Text($"{at}.verification_material.transparency_entries", "List should have at least 1 item after validation")
        : !entries.All(entry => entry is JsonObject) ? Text($"{at}.verification_material.transparency_entries", "Input should be a valid dictionary")
        : attestation["envelope"] is not JsonObject envelope ? Text($"{at}.envelope", "Field required")
        : !IsBase64(envelope["statement"]) ? Text($"{at}.envelope.statement", "Input should be valid base64")
        : !IsBase64(envelope["signature"]) ? Text($"{at}.envelope.signature", "Input should be valid base64")
        : null;

    private static bool IsBase64(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static string Text(string at, string complaint) =>
        $"1 validation error for list[Attestation]\n{(at.Length == 0 ? "" : at + "\n")}  {complaint}";
}
