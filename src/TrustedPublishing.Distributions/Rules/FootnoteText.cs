using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// In GitHub's Markdown, a footnote ends at an unindented line, unless the line continues a paragraph; in Markdig it continues up to the next blank
/// line. Inserting a blank line there and removing the line's leading spaces makes both parse the text in the same way.
/// </summary>
internal static partial class FootnoteText
{
    /// <summary>Inserts those blank lines.</summary>
    public static string Separate(string text)
    {
        var separated = new StringBuilder();
        var (isInFootnote, isInParagraph) = (false, false);
        foreach (var line in text.Split('\n'))
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (Definition().Match(line) is { Success: true } definition)
            {
                (isInFootnote, isInParagraph) = (true, !string.IsNullOrWhiteSpace(line[definition.Length..]));
            }
            else if (isInFootnote && !isBlank && !Indented().IsMatch(line) && (!isInParagraph || Interrupts().IsMatch(line)))
            {
                separated.Append('\n').Append(line.TrimStart(' ')).Append('\n');
                isInFootnote = false;
                continue;
            }
            else
            {
                isInParagraph = !isBlank;
            }

            separated.Append(line).Append('\n');
        }

        return separated.ToString();
    }

    [GeneratedRegex(@"\A {0,3}\[\^[^\]\s]+\]:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\A(?: {4}| {0,3}\t)")]
    private static partial Regex Indented();

    /// <summary>What can interrupt a paragraph (CommonMark 0.31, chapters 4 and 5).</summary>
    [GeneratedRegex(
        """
        \A[ ]{0,3}(?:>|[-+*][ \t]+\S|1[.)][ \t]+\S|\#{1,6}(?:[ \t]|\r?\z)|```|~~~|(?:-[ \t]*){3,}\r?\z|(?:_[ \t]*){3,}\r?\z|(?:\*[ \t]*){3,}\r?\z
        |<(?:!|\?|/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form
        |frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary
        |table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t]|/?>|\r?\z)|(?:script|pre|style|textarea)(?:[ \t>]|\r?\z)))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interrupts();
}
