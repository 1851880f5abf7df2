using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>The text of tables, in which each terminal column is one character.</summary>
internal static class RstTableText
{
    private const char Pad = '\0';

    /// <summary>A wide character takes two columns; one outside the Basic Multilingual Plane takes one or two.</summary>
    public static RstLines Padded(RstLines lines) => lines.Select((text, _) => text.All(char.IsAscii) ? text : Padded(text));

    /// <summary>The text between two columns of the lines, without its common indentation.</summary>
    public static RstLines Part(RstLines lines, int left, int right)
    {
        var part = lines.Select((text, _) => PythonLines.TrimEnd(Between(text, left, right)));
        var indent = part.Texts.Where(text => text.Length > 0).Select(RstLines.IndentOf).Append(right).Min();
        part = indent > 0 && indent < right ? part.TrimLeft(indent, 0) : part;
        return part.Select((text, _) => text.Replace($"{Pad}", "", StringComparison.Ordinal));
    }

    /// <summary>The lines with the separator of head and body as an ordinary one, and its index; null if there is none.</summary>
    /// <exception cref="RstTableException">There are several.</exception>
    public static (RstLines Block, int? HeadLine) WithoutHeadLine(RstLines block, Regex headLine)
    {
        int? separator = null;
        for (var i = 0; i < block.Count; i++)
        {
            if (headLine.IsMatch(block[i]))
            {
                separator = separator is not { } other ? i
                    : throw new RstTableException($"Multiple head/body row separators (table lines {other + 1} and {i + 1}); only one allowed.", i);
            }
        }

        return (block.Select((text, index) => index == separator ? text.Replace('=', '-') : text), separator);
    }

    private static string Between(string text, int left, int right)
    {
        if (RstText.HasCombining(text))
        {
            int[] columns = [.. Enumerable.Range(0, text.Length).Where(index => !RstText.IsCombining(text[index]))];
            (left, right) = (left < columns.Length ? columns[left] : left, right < columns.Length ? columns[right] : text.Length);
        }

        left = Math.Min(left, text.Length);
        return text[left..Math.Clamp(right, left, text.Length)];
    }

    private static string Padded(string text)
    {
        var padded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isWide = RstText.IsWide(rune);
            padded.Append(rune.IsBmp || isWide ? rune.ToString() : "\ufffd").Append(isWide && rune.IsBmp ? $"{Pad}" : "");
        }

        return padded.ToString();
    }
}
