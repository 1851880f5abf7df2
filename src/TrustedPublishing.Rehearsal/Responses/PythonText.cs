using System.Globalization;
using System.Text;

namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>Texts as Python prints them, because clients see them so.</summary>
internal static class PythonText
{
    /// <summary>Python's <c>repr()</c> of a string.</summary>
    public static string Repr(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var builder = new StringBuilder().Append(quote);
        foreach (var character in text)
        {
            builder = character switch
            {
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                '\\' => builder.Append("\\\\"),
                _ when character == quote => builder.Append('\\').Append(character),
                < ' ' or '\x7f' => builder.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => builder.Append(character),
            };
        }

        return builder.Append(quote).ToString();
    }

    /// <summary>Python's <c>repr()</c> of a list of strings.</summary>
    public static string Repr(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Repr))}]";

    /// <summary>Characters beyond ISO-8859-1 as question marks: what fits into a status line.</summary>
    public static string Latin1(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x100 ? rune.ToString() : "?"));
}
