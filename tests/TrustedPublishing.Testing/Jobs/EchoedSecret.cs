using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrustedPublishing.Testing.Jobs;

/// <summary>A secret in every form in which an attacker could disclose it, and whether a text discloses it in any form.</summary>
public static class EchoedSecret
{
    private const int Piece = 16;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each function takes a secret and returns a disclosed form.</summary>
    public static IReadOnlyList<(string Name, Func<string, string> Say)> Forms { get; } =
    [
        ("as it is", secret => secret),
        ("base64", Base64),
        ("base64 within more", secret => Base64($$"""{"x":"{{secret}}"}""")),
        ("base64 for addresses", secret => Base64(secret).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        ("Basic", secret => $"Basic {Base64($"__token__:{secret}")}"),
        ("percent-encoded", Uri.EscapeDataString),
        ("each character percent-encoded", secret => string.Concat(secret.Select(character => $"%{(int)character:X2}"))),
        ("JSON", secret => string.Concat(secret.Select(character => $"\\u{(int)character:x4}"))),
        ("HTML", secret => string.Concat(secret.Select(character => $"&#x{(int)character:x};"))),
        ("over lines", secret => Lines(secret, "\n")),
        ("base64 over lines", secret => Lines(Base64(secret), "\r\n ")),
        ("with invisible characters", secret => Lines(secret, "\u200b")),
    ];

    /// <summary>Every secret in every form. Quoted responses are truncated, so each one starts with a different form.</summary>
    public static string[] Say(IReadOnlyList<string> secrets, int first) =>
        [.. from form in Enumerable.Range(first, Forms.Count) from secret in secrets select Forms[form % Forms.Count].Say(secret)];

    /// <summary>A text in every member of a JSON response that a client may read.</summary>
    public static string JsonResponse(string text)
    {
        var quoted = JsonSerializer.Serialize(text, Relaxed);
        return $$"""{"message":{{quoted}},"detail":{{quoted}},"error":{{quoted}},"errors":[{"code":{{quoted}},"description":{{quoted}} } ],"audience":{{quoted}},"value":{{quoted}},"meta":{"api-version":{{quoted}} } }""";
    }

    /// <summary>The fragments of the secrets that a text discloses; empty for none.</summary>
    public static IReadOnlyList<string> Told(string text, params IEnumerable<string> secrets)
    {
        var pieces = secrets.SelectMany(Targets).SelectMany(Pieces).ToHashSet(StringComparer.Ordinal);
        return [.. Views(text).SelectMany(Pieces).Where(pieces.Contains).Distinct()];
    }

    private static IEnumerable<string> Targets(string secret) =>
        [secret, Base64(secret).TrimEnd('='), Base64($"x{secret}")[2..].TrimEnd('='), Base64($"xx{secret}")[3..].TrimEnd('='), Base64(secret).Replace('+', '-').Replace('/', '_').TrimEnd('=')];

    private static IEnumerable<string> Pieces(string text) => Enumerable.Range(0, Math.Max(0, text.Length - Piece + 1)).Select(at => text.Substring(at, Piece));

    /// <summary>How a reader could interpret the text, without the characters inserted in between.</summary>
    private static IEnumerable<string> Views(string text)
    {
        var plain = Json(text);
        string[] views = [text, plain, Json(plain), WebUtility.HtmlDecode(plain), WebUtility.HtmlDecode(text), Uri.UnescapeDataString(plain), Uri.UnescapeDataString(Uri.UnescapeDataString(text))];
        return views.Select(view => string.Concat(view.Replace("\\n", "", StringComparison.Ordinal).Replace("\\r", "", StringComparison.Ordinal).Where(character => character is > ' ' and < '\u007f'))).Distinct();
    }

    private static string Json(string text)
    {
        var read = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var isEscape = text[at] == '\\' && at + 5 < text.Length && text[at + 1] == 'u' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.HexNumber, null, out _);
            read.Append(isEscape ? (char)Convert.ToUInt16(text.Substring(at + 2, 4), 16) : text[at]);
            at += isEscape ? 5 : 0;
        }

        return read.ToString();
    }

    private static string Lines(string text, string between) => string.Join(between, text.Chunk(5).Select(part => new string(part)));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
