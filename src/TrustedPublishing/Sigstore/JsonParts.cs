using System.Text.Json;

namespace TrustedPublishing.Sigstore;

/// <summary>Reads parts of JSON from outside: a missing value, a value of another type, or invalid text counts as absent.</summary>
internal static class JsonParts
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // a lone surrogate is not valid text
        }
    }
}
