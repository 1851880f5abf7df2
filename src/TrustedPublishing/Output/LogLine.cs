using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Output;

/// <summary>
/// Encodes text from outside as one log line that no CI system executes and that shows everything it contains: control, bidirectional and
/// invisible characters are escaped, and CI commands are broken with a hair space. Encode only where a line leaves the process.
/// </summary>
internal static partial class LogLine
{
    /// <summary>No useful line is longer.</summary>
    private const int Longest = 4000;

    /// <summary>A visible separator: the runner's culture-sensitive comparisons ignore zero-width characters.</summary>
    private const string HairSpace = "\u200A";

    /// <summary>The line, encoded and truncated to 4000 characters.</summary>
    public static string Encode(string? line)
    {
        var shown = new StringBuilder();
        foreach (var rune in (line ?? "").EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                shown.Append('…');
                break;
            }

            shown.Append(IsVisible(rune) ? rune.ToString() : Escape(rune));
        }

        return WithoutCommands(shown.ToString());
    }

    /// <summary>Several lines, separated by line feeds; each is encoded separately.</summary>
    public static string EncodeAll(string? lines) => string.Join('\n', (lines ?? "").Split('\n').Select(Encode));

    /// <summary>
    /// GitHub's runner treats lines that start with <c>::</c> (after optional white space), and <c>##[</c> anywhere in a line, as
    /// commands (actions/runner, <c>src/Runner.Common/ActionCommand.cs</c>); Azure Pipelines and TeamCity use <c>##vso[</c> and <c>##teamcity[</c>.
    /// </summary>
    private static string WithoutCommands(string line)
    {
        var broken = line.Contains("##", StringComparison.Ordinal) ? NumberSigns().Replace(line, $"#{HairSpace}") : line;
        var start = broken.Length - broken.AsSpan().TrimStart().Length;
        return broken.AsSpan(start).StartsWith("::") ? $"{broken[..start]}:{HairSpace}{broken[(start + 1)..]}" : broken;
    }

    private static bool IsVisible(Rune rune) => !IsIgnorable(rune.Value) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>
    /// Characters that are rendered as nothing although their category suggests otherwise (Unicode, <c>Default_Ignorable_Code_Point</c>; the empty
    /// braille cell).
    /// </summary>
    private static bool IsIgnorable(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static string Escape(Rune rune) => rune.Value switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $@"\u{rune.Value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $@"\U{rune.Value:x8}"),
    };

    [GeneratedRegex("#(?=#)")]
    private static partial Regex NumberSigns();
}
