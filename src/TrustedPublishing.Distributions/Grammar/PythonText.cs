using System.Buffers;
using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>Text operations with Python's semantics: the server's messages and limits are Python's.</summary>
internal static class PythonText
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    /// <summary>The literal that Python's <c>repr</c> returns.</summary>
    public static string Repr(string? text)
    {
        if (text is null)
        {
            return "None";
        }

        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var literal = new StringBuilder(text.Length + 2).Append(quote);
        foreach (var rune in text.EnumerateRunes())
        {
            literal.Append(Escape(rune, quote));
        }

        return literal.Append(quote).ToString();
    }

    /// <summary>A Python list of strings.</summary>
    public static string Repr(IEnumerable<string> list) => $"[{string.Join(", ", list.Select(Repr))}]";

    /// <summary>The number of code points, which is what Python's <c>len</c> counts.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    public static string Strip(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>The words between white space, as <c>str.split()</c> finds them.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && !IsSpace(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    /// <summary>The lines, as <c>str.splitlines()</c> finds them: a final line break does not start another line.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineBreaks);
            var end = length < 0 ? text.Length : start + length;
            yield return text[start..end];
            start = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }
    }

    private static string Escape(Rune rune, char quote) => rune.Value switch
    {
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        var c when c == quote => $@"\{quote}",
        ' ' => " ",
        var c when IsPrintable(rune) => rune.ToString(),
        < 0x100 and var c => string.Create(CultureInfo.InvariantCulture, $@"\x{c:x2}"),
        < 0x10000 and var c => string.Create(CultureInfo.InvariantCulture, $@"\u{c:x4}"),
        var c => string.Create(CultureInfo.InvariantCulture, $@"\U{c:x8}"),
    };

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
