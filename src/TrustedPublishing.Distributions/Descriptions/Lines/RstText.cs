using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>
/// Escaped text, names, and the width of characters. A backslash and the character it escapes are stored as NUL and that character.
/// </summary>
internal static partial class RstText
{
    /// <summary>A simple reference name: letters and digits, with single punctuation characters between them.</summary>
    public const string SimpleName = @"[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*";

    private static readonly Dictionary<char, string> Letters = DatedList.Load("letters").Rows.ToDictionary(row => (char)Convert.ToInt32(row[0], 16), row => row[1]);

    private static readonly (int First, int Last)[] Wide = Ranges("wide");
    private static readonly (int First, int Last)[] Combining = Ranges("combining");

    public static string Escape(string text) => Backslash().Replace(text, "\0$1");

    public static string Unescape(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? text.Replace("\0 ", "", StringComparison.Ordinal).Replace("\0\n", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)
        : text;

    public static string Restore(string text) => text.Replace('\0', '\\');

    /// <summary>Replaces white space with single spaces.</summary>
    public static string Spaced(string name) => string.Join(' ', PythonText.Words(name));

    /// <summary>The normalised form in which names are compared.</summary>
    public static string Normal(string name) => Spaced(name.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant());

    /// <summary>An address: escaped white space becomes one space, other white space is removed.</summary>
    public static string Address(string escaped) =>
        string.Join(' ', escaped.Split(["\0 ", "\0\n"], StringSplitOptions.None).Select(part => string.Concat(PythonText.Words(Unescape(part)))));

    /// <summary>An identifier derived from a name; empty if the name has no letter.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().SelectMany(c => char.IsAscii(c) ? [c] : Letters.GetValueOrDefault(c, "").AsEnumerable()))
        {
            text.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        }

        return IdentifierEnds().Replace(Dashes().Replace(text.ToString(), "-"), "");
    }

    /// <summary>The width in terminal columns.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => IsIn(Combining, rune) ? 0 : IsIn(Wide, rune) ? 2 : 1);

    public static bool IsWide(Rune rune) => IsIn(Wide, rune);

    public static bool IsCombining(char c) => c >= '\u0300' && IsIn(Combining, new(char.IsSurrogate(c) ? '?' : c));

    public static bool HasCombining(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u02ff') && text.Any(IsCombining);

    public static string WithoutCombining(string text) => HasCombining(text) ? string.Concat(text.Where(c => !IsCombining(c))) : text;

    private static bool IsIn((int First, int Last)[] ranges, Rune rune)
    {
        if (rune.Value < ranges[0].First)
        {
            return false;
        }

        var (low, high) = (0, ranges.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = ranges[middle].First <= rune.Value ? (middle, high) : (low, middle - 1);
        }

        return rune.Value <= ranges[low].Last;
    }

    private static (int First, int Last)[] Ranges(string kind) =>
        [.. DatedList.Load("widths").Rows.Where(row => row[0] == kind).Select(row => (Convert.ToInt32(row[1], 16), Convert.ToInt32(row[2], 16)))];

    [GeneratedRegex(@"\\([\s\S]?)")]
    private static partial Regex Backslash();

    [GeneratedRegex("-+")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\A[-0-9]+|-+\z")]
    private static partial Regex IdentifierEnds();
}
