using System.Buffers.Text;
using System.Text.Json;

namespace TrustedPublishing.Identity;

/// <summary>Decodes a JSON Web Token (RFC 7519): three base64url segments, the second of which is a JSON object with the claims.</summary>
internal static class JsonWebToken
{
    /// <summary>The claims, or null if the text is not a JSON Web Token.</summary>
    public static JsonDocument? Payload(string token)
    {
        var segments = token.Split('.');
        if (segments.Length != 3 || segments.Any(segment => segment.Length == 0 || !Base64Url.IsValid(segment)))
        {
            return null;
        }

        using var header = Object(segments[0]);
        return header is null ? null : Object(segments[1]);
    }

    /// <summary>
    /// Every claim as text, in the token's order: strings as they are, everything else as JSON; null claims are omitted, as on PyPI.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Displayed(JsonElement claims)
    {
        var displayed = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in claims.EnumerateObject().Where(claim => claim.Value.ValueKind is not JsonValueKind.Null))
        {
            displayed[claim.Name] = claim.Value.ValueKind is JsonValueKind.String ? claim.Value.GetString()! : claim.Value.GetRawText();
        }

        return displayed;
    }

    /// <summary>A JSON object whose strings are all valid (a lone surrogate is not), or null.</summary>
    public static JsonDocument? ObjectOf(ReadOnlyMemory<byte> json)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                _ = Displayed(document.RootElement);
                return document;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or one of its strings is not valid text.
        }

        document?.Dispose();
        return null;
    }

    private static JsonDocument? Object(string segment) => ObjectOf(Base64Url.DecodeFromChars(segment));
}
