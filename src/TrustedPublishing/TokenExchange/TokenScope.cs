using System.Buffers.Text;
using System.Text.Json;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// The number of projects for which a PyPI API token is valid, read from the token: a macaroon (version 2, binary) whose caveats are JSON, one of
/// them <c>[2, [project, …]]</c> (pypi/warehouse, <c>warehouse/macaroons/caveats</c>). The index checks this only after a file has arrived.
/// </summary>
internal static class TokenScope
{
    private const string Prefix = "pypi-";
    private const int Version = 2;
    private const int EndOfSection = 0;
    private const int Identifier = 2;
    private const int Longest = 64 << 10;

    /// <summary>Null if the token does not contain the projects, or is not a PyPI token.</summary>
    public static int? Projects(Secret token)
    {
        var text = token.Reveal();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > Longest || !Base64Url.IsValid(text.AsSpan(Prefix.Length)))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length));
        return bytes is [Version, ..] ? Caveats(bytes).Select(Count).Min() : null;
    }

    /// <summary>Every identifier except the token's own; truncated input ends the list.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Caveats(byte[] token)
    {
        var (at, section) = (1, 0);
        while (at < token.Length)
        {
            if (Number(token, ref at) is not { } field)
            {
                yield break;
            }

            if (field == EndOfSection)
            {
                section++;
                continue;
            }

            if (Number(token, ref at) is not { } length || length > token.Length - at)
            {
                yield break;
            }

            if (field == Identifier && section > 0)
            {
                yield return token.AsMemory(at, length);
            }

            at += length;
        }
    }

    /// <summary>A variable-length integer: seven bits per byte, least significant first.</summary>
    private static int? Number(byte[] token, ref int at)
    {
        var number = 0;
        for (var shift = 0; shift <= 21 && at < token.Length; shift += 7)
        {
            var part = token[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        return null;
    }

    private static int? Count(ReadOnlyMemory<byte> caveat)
    {
        try
        {
            using var json = JsonDocument.Parse(caveat);
            return json.RootElement is { ValueKind: JsonValueKind.Array } parts && parts.GetArrayLength() == 2
                && parts[0] is { ValueKind: JsonValueKind.Number } tag && tag.TryGetInt32(out var kind) && kind is 1 or 2
                && parts[1] is { ValueKind: JsonValueKind.Array } projects ? projects.GetArrayLength() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
