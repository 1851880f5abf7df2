using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>JSON that anybody may have written.</summary>
internal static class ForeignJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>An object whose names are different and whose texts are Unicode, so that reading it cannot fail later; null for anything else.</summary>
    public static JsonObject? Object(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return JsonNode.Parse(json, documentOptions: Strict) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: half of a surrogate pair
        }
    }
}
