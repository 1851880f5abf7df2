using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Output;

/// <summary>A text without the characters that may separate parts of a wrapped value; each remaining character keeps its original position.</summary>
internal sealed partial class RedactedText
{
    private readonly string text;
    private readonly (int Start, int End)[] places;
    private readonly int depth;

    private RedactedText(string text, (int Start, int End)[] places, int depth) => (this.text, this.places, this.depth) = (text, places, depth);

    public int Length => text.Length;

    public static RedactedText FromText(string text)
    {
        var (kept, places) = (new StringBuilder(), new List<(int, int)>());
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsBetween(text[at]))
            {
                kept.Append(text[at]);
                places.Add((at, at + 1));
            }
        }

        return new(kept.ToString(), [.. places], depth: 0);
    }

    /// <summary>The value without white space and invisible characters.</summary>
    public static string Compact(string value) => FromText(value).text;

    /// <summary>
    /// The same text with one layer of percent-encoding and of JSON and HTML escapes removed; null if there is none, or if there are too many layers.
    /// </summary>
    public RedactedText? Decoded()
    {
        if (depth == 3 || !Escape().IsMatch(text))
        {
            return null;
        }

        var (kept, decoded, at) = (new StringBuilder(), new List<(int, int)>(), 0);
        foreach (Match match in Escape().Matches(text))
        {
            Keep(at, match.Index);
            foreach (var (value, start, end) in Values(match))
            {
                var shown = value.Where(character => !IsBetween(character)).ToArray();
                kept.Append(shown);
                decoded.AddRange(Enumerable.Repeat((places[start].Start, places[end - 1].End), shown.Length));
            }

            at = match.Index + match.Length;
        }

        Keep(at, text.Length);
        return new(kept.ToString(), [.. decoded], depth + 1);

        void Keep(int from, int to)
        {
            kept.Append(text, from, to - from);
            decoded.AddRange(places[from..to]);
        }
    }

    public ReadOnlySpan<char> Slice(int at, int length) => text.AsSpan(at, length);

    /// <summary>The part of the original text that these characters represent.</summary>
    public Range Source(int at, int length) => places[at].Start..places[at + length - 1].End;

    private static bool IsBetween(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    /// <summary>
    /// The text that an escape represents. Consecutive percent-escapes are the bytes of a text, which may be several characters or part of one.
    /// </summary>
    private static IEnumerable<(string Text, int Start, int End)> Values(Match match)
    {
        if (match.Value[0] != '%')
        {
            yield return (Value(match), match.Index, match.Index + match.Length);
            yield break;
        }

        var bytes = Convert.FromHexString(match.Value.Replace("%", "", StringComparison.Ordinal));
        for (var at = 0; at < bytes.Length;)
        {
            var isText = Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var read) == OperationStatus.Done;
            var end = at + (isText ? read : 1);
            yield return (isText ? rune.ToString() : ((char)bytes[at]).ToString(), match.Index + (3 * at), match.Index + (3 * end));
            at = end;
        }
    }

    private static string Value(Match match) => match.Value switch
    {
        ['\\', 'u' or 'x' or 'U', .. var hex] => Character(hex),
        ['\\', 'n' or 'r' or 't' or 'b' or 'f'] => "",
        ['\\', var other] => other.ToString(),
        var entity => System.Net.WebUtility.HtmlDecode(entity),
    };

    private static string Character(ReadOnlySpan<char> hex) => Rune.TryCreate(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune) ? rune.ToString() : "";

    [GeneratedRegex("""(?:%[0-9A-Fa-f]{2})+|\\u[0-9A-Fa-f]{4}|\\U0[0-9A-Fa-f]{7}|\\x[0-9A-Fa-f]{2}|\\["\\/nrtbf]|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});""")]
    private static partial Regex Escape();
}
