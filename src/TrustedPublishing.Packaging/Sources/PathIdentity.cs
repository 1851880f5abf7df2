using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Data;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// Whether two paths denote the same file on some file system: Windows and macOS ignore case, and macOS also ignores Unicode composition. Without the
/// system's culture data, for example in containers, the runtime does not normalise text, so this class has its own table.
/// </summary>
internal static class PathIdentity
{
    private static readonly Lazy<Dictionary<int, string>> Decompositions = new(() =>
        DatedList.Load("decompositions").Rows.ToDictionary(row => Number(row[0]), row => string.Concat(row[1].Split(' ').Select(part => char.ConvertFromUtf32(Number(part))))));

    /// <summary>Equal for two paths if, and only if, some file system treats them as the same.</summary>
    public static string FromPath(string path) => System.Text.Ascii.IsValid(path) ? path.ToUpperInvariant() : Decomposed(Decomposed(path).ToUpperInvariant());

    private static string Decomposed(string path)
    {
        var text = new StringBuilder();
        foreach (var rune in path.EnumerateRunes())
        {
            text.Append(Decompositions.Value.TryGetValue(rune.Value, out var parts) ? parts : rune.Value is >= 0xAC00 and <= 0xD7A3 ? Hangul(rune.Value - 0xAC00) : rune.ToString());
        }

        return text.ToString();
    }

    /// <summary>Unicode, section 3.12: a syllable has up to three letters.</summary>
    private static string Hangul(int index) =>
        $"{(char)(0x1100 + index / 588)}{(char)(0x1161 + index % 588 / 28)}{(index % 28 == 0 ? "" : (char)(0x11A7 + index % 28))}";

    private static int Number(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
