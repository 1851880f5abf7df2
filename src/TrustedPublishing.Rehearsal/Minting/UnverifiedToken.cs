using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>A decoded but unverified JWT.</summary>
internal sealed record UnverifiedToken(JsonObject Header, JsonObject Payload, ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Null if the text is not a JWS with two JSON objects and a signature.</summary>
    public static UnverifiedToken? Parse(string token)
    {
        try
        {
            return token.Split('.') is [var header, var payload, var signature] && Object(header) is { } head && Object(payload) is { } body
                && (head["kid"] is not { } kid || kid.GetValueKind() is JsonValueKind.String)
                ? new(head, body, Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static JsonObject? Object(string part) => ForeignJson.Object(Base64Url.DecodeFromChars(part));
}
