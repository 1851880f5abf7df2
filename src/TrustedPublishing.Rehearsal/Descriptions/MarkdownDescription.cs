using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>
/// Renders Markdown as PyPI does (readme_renderer 45: comrak with autolinks, footnotes, strikethrough, tables and task lists, whatever variant is
/// declared). Code is not highlighted.
/// </summary>
internal static partial class MarkdownDescription
{
    private const string HeadingPrefix = "user-content-";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseAutoLinks().UseFootnotes().UsePipeTables().UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static RenderedDescription Render(string description)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(description, Pipeline);
        }
        catch (ArgumentException)
        {
            return new(RenderedDescription.AsText(description), [new(null, "The Markdown is too deeply nested for this page, which shows its source instead.")]);
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.TryGetAttributes()?.Id is { } id)
            {
                heading.GetAttributes().Id = HeadingPrefix + id;
            }
        }

        var notes = MarkdownNotes.Find(document);
        var (markup, marks) = Write(document, notes);
        return new(DescriptionSanitizer.Clean(Prefixed(markup), marks), notes);
    }

    /// <summary>The markup, with an empty element before each block that has notes.</summary>
    private static (string Markup, Dictionary<string, IReadOnlyList<DescriptionNote>> Marks) Write(MarkdownDocument document, IReadOnlyList<DescriptionNote> notes)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new FilteredBlocks());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new FilteredInlines());
        Dictionary<string, IReadOnlyList<DescriptionNote>> marks = [];
        for (var i = 0; i < document.Count; i++)
        {
            var end = i + 1 < document.Count ? document[i + 1].Line : int.MaxValue;
            DescriptionNote[] here = [.. notes.Where(note => note.Line - 1 >= document[i].Line && note.Line - 1 < end)];
            if (here.Length > 0)
            {
                var mark = $"mark-{Guid.NewGuid():n}";
                marks[mark] = here;
                writer.Write($"<span id=\"{mark}\"></span>\n\n");
            }

            renderer.Render(document[i]);
        }

        return (writer.ToString(), marks);
    }

    /// <summary>
    /// PyPI prefixes the identifiers of headings, and all links within the page except footnote links (readme_renderer, <c>markdown.py</c>).
    /// </summary>
    private static string Prefixed(string markup) => Fragment().Replace(markup, $"href=\"#{HeadingPrefix}$1\"");

    /// <summary>Shows disallowed tags as text.</summary>
    private static string Filtered(string markup) => ShownAsText().Replace(markup, "&lt;$1");

    [GeneratedRegex("href=\"#(?!fn[:-]|fnref[:-])([^\"]+)\"")]
    private static partial Regex Fragment();

    [GeneratedRegex(@"<(/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s>/]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShownAsText();

    private sealed class FilteredBlocks : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock obj) => renderer.Write(Filtered(obj.Lines.ToString())).WriteLine();
    }

    private sealed class FilteredInlines : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline obj) => renderer.Write(Filtered(obj.Tag));
    }
}
