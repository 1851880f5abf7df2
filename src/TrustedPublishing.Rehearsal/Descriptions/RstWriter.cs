using System.Globalization;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Writes the blocks of a document like docutils' HTML5 writer, as far as PyPI allows the markup.</summary>
internal sealed class RstWriter(RstNames names, IReadOnlyList<DescriptionNote> notes)
{
    private const int FirstHeading = 2;

    private readonly RstInlineWriter inline = new(names);
    private readonly Dictionary<string, IReadOnlyList<DescriptionNote>> marks = [];
    private int written;

    /// <summary>The empty elements in the markup that mark notes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DescriptionNote>> Marks => marks;

    public string Write(RstDocument document) => $"{Blocks(document, 0)}{Marked(int.MaxValue)}";

    private Html Blocks(RstNode node, int level) => Html.Each(node.Children, child => Html.Join([Marked(child), Block(child, level)]));

    /// <summary>Notes appear before the first block that starts on or after their line.</summary>
    private Html Marked(RstNode node) => node.Children.Count > 0 && node.Kind is RstKind.Section or RstKind.BulletList or RstKind.EnumeratedList or RstKind.DefinitionList || node.Line is not { } line
        ? Html.Empty : Marked(node.All().Max(inner => inner.Line) is { } last ? Math.Max(line, last) : line);

    private Html Marked(int line)
    {
        DescriptionNote[] here = [.. notes.Skip(written).TakeWhile(note => (note.Line ?? 0) <= line)];
        if (here.Length == 0)
        {
            return Html.Empty;
        }

        written += here.Length;
        var mark = $"mark-{Guid.NewGuid():n}";
        marks[mark] = here;
        return Html.Format($"<span id=\"{mark}\"></span>\n");
    }

    private Html Block(RstNode node, int level) => node.Kind switch
    {
        RstKind.Section => Html.Format($"<section id=\"{names.Identifier(node)}\">\n{Html.Each(node.Children, child => child.Kind == RstKind.Title ? Heading(child, level) : Html.Join([Marked(child), Block(child, level + 1)]))}</section>\n"),
        RstKind.Topic when node.Classes.Contains("contents") => Contents(node),
        RstKind.Topic or RstKind.Sidebar => Html.Format($"<aside class=\"{Name(node.Kind)}\">\n{Titled(node, level)}</aside>\n"),
        RstKind.Admonition => Html.Format($"<aside class=\"admonition {node.Source}\">\n{Html.If(node.Source != "admonition", () => Html.Format($"<p class=\"admonition-title\">{Capital(node.Source)}</p>\n"))}{Titled(node, level)}</aside>\n"),
        RstKind.Paragraph => Html.Format($"<p{Id(node)}>{inline.All(node)}</p>\n"),
        RstKind.Rubric => Html.Format($"<p class=\"rubric\"{Id(node)}>{inline.All(node)}</p>\n"),
        RstKind.BlockQuote => Html.Format($"<blockquote>\n{Blocks(node, level)}</blockquote>\n"),
        RstKind.Attribution => Html.Format($"<p class=\"attribution\">—{inline.All(node)}</p>\n"),
        RstKind.BulletList => Html.Format($"<ul{Id(node)}>\n{Items(node, level)}</ul>\n"),
        RstKind.EnumeratedList => Html.Format($"<ol{Start(node)}{Id(node)}>\n{Items(node, level)}</ol>\n"),
        RstKind.DefinitionList => Html.Format($"<dl{Id(node)}>\n{Html.Each(node.Children, item => Definition(item, level))}</dl>\n"),
        RstKind.FieldList => Html.Format($"<dl class=\"field-list\">\n{Html.Each(node.Children, field => Field(field, level))}</dl>\n"),
        RstKind.DocInfo => Html.Format($"<dl class=\"docinfo\">\n{Html.Each(node.Children, field => DocInfo(field, level))}</dl>\n"),
        RstKind.OptionList => Html.Format($"<dl class=\"option-list\">\n{Html.Each(node.Children, item => Html.Format($"<dt><kbd>{item.Source}</kbd></dt>\n<dd>{Blocks(item.Children[0], level)}</dd>\n"))}</dl>\n"),
        RstKind.LineBlock => Html.Format($"<div class=\"line-block\">\n{Html.Each(node.Children.Where(child => child.Kind is RstKind.Line), line => Html.Format($"{line.Source.Replace(' ', '\u2003')}{inline.All(line)}<br>\n"))}</div>\n"),
        RstKind.LiteralBlock when node.Children.Count > 0 => Html.Format($"<pre>{inline.All(node)}</pre>\n"),
        RstKind.LiteralBlock or RstKind.DoctestBlock or RstKind.MathBlock => Html.Format($"<pre><code>{node.Source}</code></pre>\n"),
        RstKind.Image or RstKind.Reference => Html.Format($"<p>{inline.One(node)}</p>\n"),
        RstKind.Figure => Html.Format($"<figure{Id(node)}>\n{Html.Each(node.Children, child => Figure(child, level))}</figure>\n"),
        RstKind.Table => RstTableWriter.Write(node, title => inline.All(title), entry => Blocks(entry, level)),
        RstKind.Footnote or RstKind.Citation => Note(node, level),
        RstKind.Transition => Html.Format($"<hr>\n"),
        RstKind.Compound or RstKind.Container or RstKind.Loose => Html.Format($"<div{Id(node)}>\n{Blocks(node, level)}</div>\n"),
        _ => Html.Empty,
    };

    private Html Heading(RstNode title, int level) => Math.Min(6, FirstHeading + level) switch
    {
        2 => Html.Format($"<h2>{inline.All(title)}</h2>\n"),
        3 => Html.Format($"<h3>{inline.All(title)}</h3>\n"),
        4 => Html.Format($"<h4>{inline.All(title)}</h4>\n"),
        5 => Html.Format($"<h5>{inline.All(title)}</h5>\n"),
        _ => Html.Format($"<h6>{inline.All(title)}</h6>\n"),
    };

    private Html Titled(RstNode node, int level) => Html.Each(node.Children, child => child.Kind is RstKind.Title or RstKind.Subtitle
        ? Html.Format($"<p class=\"{Name(node.Kind)}-title\">{inline.All(child)}</p>\n") : Block(child, level));

    private Html Contents(RstNode node)
    {
        var root = node.Parent;
        while (root is { Kind: not (RstKind.Section or RstKind.Document) })
        {
            root = root.Parent;
        }

        var title = node.Children.Find(child => child.Kind == RstKind.Title);
        return Html.Format($"<nav class=\"contents\" id=\"{names.Identifier(node)}\">\n{(title is null ? Html.Empty : Html.Format($"<p class=\"topic-title\">{inline.All(title)}</p>\n"))}{Entries(title is null ? root ?? names.Document : names.Document)}</nav>\n");
    }

    private Html Entries(RstNode node)
    {
        RstNode[] sections = [.. node.Children.Where(child => child.Kind == RstKind.Section)];
        return Html.If(sections.Length > 0, () => Html.Format($"<ul>\n{Html.Each(sections, section => Html.Format($"<li><p><a href=\"#{names.Identifier(section)}\">{RstInlineWriter.Unlinked(section.Children[0])}</a></p>\n{Entries(section)}</li>\n"))}</ul>\n"));
    }

    private Html Items(RstNode list, int level) => Html.Each(list.Children.Where(child => child.Kind == RstKind.ListItem), item => Html.Format($"<li>{Blocks(item, level)}</li>\n"));

    private Html Definition(RstNode item, int level) => Html.Format($"<dt{Id(item)}>{inline.Term(item.Children[0])}</dt>\n<dd>{Blocks(item.Children[1], level)}</dd>\n");

    private Html Field(RstNode field, int level) => Html.Format($"<dt>{inline.All(field.Children[0])}:</dt>\n<dd>{Blocks(field.Children[1], level)}</dd>\n");

    private Html DocInfo(RstNode field, int level) => field.Kind switch
    {
        RstKind.Field => Field(field, level),
        RstKind.Authors => Html.Format($"<dt>Authors:</dt>\n<dd>{Authors(field, level)}</dd>\n"),
        _ => Html.Format($"<dt>{Capital(field.Source)}:</dt>\n<dd>{inline.All(field)}</dd>\n"),
    };

    /// <summary>Names in one paragraph are separated by semicolons or, if there are none, by commas.</summary>
    private Html Authors(RstNode field, int level) => field.Children is not [{ Kind: RstKind.Paragraph } line] ? Blocks(field, level)
        : Html.Each(line.Plain().Split(line.Plain().Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), name => Html.Format($"<p>{name}</p>\n"));

    private Html Figure(RstNode child, int level) => child.Kind switch
    {
        RstKind.Caption => Html.Format($"<figcaption><p>{inline.All(child)}</p></figcaption>\n"),
        RstKind.Legend => Html.Format($"<div class=\"legend\">{Blocks(child, level)}</div>\n"),
        RstKind.Image or RstKind.Reference => inline.One(child),
        _ => Html.Empty,
    };

    private Html Note(RstNode node, int level) => Html.Format(
        $"<aside class=\"{Name(node.Kind)}\" id=\"{names.Identifier(node)}\">\n<p>[{node.Mark ?? node.Source.TrimStart('#', '*')}]</p>\n{Html.Each(node.Children.Where(child => child.Kind != RstKind.Label), child => Block(child, level))}</aside>\n");

    /// <summary>Only names assigned by the author become identifiers on the page.</summary>
    private Html Id(RstNode node) => node.Names.Count == 0 ? Html.Empty : Html.Format($" id=\"{names.Identifier(node)}\"");

    private static Html Start(RstNode list) => list.Attributes.GetValueOrDefault("start") is { } start and not "1" ? Html.Format($" start=\"{start}\"") : Html.Empty;

    private static string Name(RstKind kind) => kind.ToString().ToLowerInvariant();

    private static string Capital(string word) => word.Length == 0 ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
}
