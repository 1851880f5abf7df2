using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>The parts of a Markdown description that work on GitHub but not on PyPI, by line.</summary>
internal static class MarkdownNotes
{
    /// <summary>More would not be useful.</summary>
    private const int Most = 100;

    private static readonly string[] Alerts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

    public static IReadOnlyList<DescriptionNote> Find(MarkdownDocument document)
    {
        HashSet<string> headings = [.. document.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id).OfType<string>()];
        var notes =
            from node in document.Descendants()
            from text in About(node, headings)
            select new DescriptionNote(node.Line + 1 + text.Line, text.Text);
        return [.. notes.Distinct().OrderBy(note => note.Line).Take(Most)];
    }

    private static IEnumerable<(int Line, string Text)> About(MarkdownObject node, HashSet<string> headings) => node switch
    {
        HtmlBlock block => RawMarkup.Notes(block.Lines.ToString()),
        HtmlInline inline => RawMarkup.Notes(inline.Tag),
        LinkInline { IsImage: true } image => At(LinkNotes.OfImage(image.Url ?? "")),
        LinkInline link => At(LinkNotes.OfLink(link.Url ?? "", headings, "user-content-")),
        FencedCodeBlock { Info: { } info } when info.Equals("mermaid", StringComparison.OrdinalIgnoreCase) || info.Equals("geojson", StringComparison.OrdinalIgnoreCase)
            || info.Equals("math", StringComparison.OrdinalIgnoreCase) => At($"PyPI shows a block of {info} as code and does not draw it as GitHub does. Use an image of it, with an absolute address."),
        QuoteBlock quote when Alert(quote) is { } kind => At($"PyPI shows [!{kind}] as text at the beginning of a quotation. Write the word in bold instead."),
        _ => [],
    };

    private static IEnumerable<(int Line, string Text)> At(string? text) => text is null ? [] : [(0, text)];

    private static string? Alert(QuoteBlock quote)
    {
        if (quote.FirstOrDefault() is not ParagraphBlock { Inline: { } inline })
        {
            return null;
        }

        var first = string.Concat(inline.TakeWhile(child => child is not LineBreakInline).Select(child => child switch
        {
            LiteralInline literal => literal.Content.ToString(),
            LinkDelimiterInline => "[",
            _ => "",
        }));
        return Array.Find(Alerts, kind => first.Trim().Equals($"[!{kind}]", StringComparison.OrdinalIgnoreCase));
    }
}
