using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Writes text and inline elements.</summary>
internal sealed partial class RstInlineWriter(RstNames names)
{
    public Html All(RstNode node)
    {
        List<Html> parts = [];
        var before = ' ';
        foreach (var child in node.Children)
        {
            parts.Add(child.Kind == RstKind.Text && node.Kind is not (RstKind.Literal or RstKind.Math or RstKind.LiteralBlock)
                ? Html.Text(Typography.Set(RstText.Unescape(child.Source), before)) : One(child));
            before = child.Plain() is { Length: > 0 } text ? text[^1] : before;
        }

        return Html.Join(parts);
    }

    /// <summary>A term, followed by its classifiers after colons.</summary>
    public Html Term(RstNode term)
    {
        List<Html> parts = [];
        foreach (var child in term.Children)
        {
            var texts = child.Kind == RstKind.Text ? Classifier().Split(RstText.Unescape(child.Source)) : [];
            parts.AddRange(child.Kind == RstKind.Text ? texts.Select((text, index) => index == 0 ? Html.Text(Typography.Set(text, ' ')) : Html.Format($" <span class=\"classifier\">{Typography.Set(text, ' ')}</span>")) : [One(child)]);
        }

        return Html.Join(parts);
    }

    /// <summary>The text of a title without links, because links cannot be nested.</summary>
    public static Html Unlinked(RstNode node) => Html.Text(Typography.Set(node.Plain(), ' '));

    public Html One(RstNode node) => node.Kind switch
    {
        RstKind.Text => Html.Text(RstText.Unescape(node.Source)),
        RstKind.Emphasis => Html.Format($"<em>{All(node)}</em>"),
        RstKind.Strong => Html.Format($"<strong>{All(node)}</strong>"),
        RstKind.Literal => Html.Format($"<code>{node.Plain()}</code>"),
        RstKind.Math => Html.Format($"<code>{node.Plain()}</code>"),
        RstKind.Inline => Role(node),
        RstKind.Reference => Link(node),
        RstKind.FootnoteReference or RstKind.CitationReference => Note(node),
        RstKind.Target when node.Children.Count > 0 => Html.Format($"<span id=\"{names.Identifier(node)}\">{All(node)}</span>"),
        RstKind.Image => Image(node),
        RstKind.Problematic => Html.Text(node.Plain()),
        _ => Html.Empty,
    };

    private Html Role(RstNode node) => node.Source switch
    {
        "emphasis" => Html.Format($"<em>{All(node)}</em>"),
        "strong" => Html.Format($"<strong>{All(node)}</strong>"),
        "literal" => Html.Format($"<code>{node.Plain()}</code>"),
        "title-reference" or "title" or "t" => Html.Format($"<cite>{All(node)}</cite>"),
        "subscript" or "sub" => Html.Format($"<sub>{All(node)}</sub>"),
        "superscript" or "sup" => Html.Format($"<sup>{All(node)}</sup>"),
        "abbreviation" or "ab" or "acronym" or "ac" => Html.Format($"<abbr>{All(node)}</abbr>"),
        _ => Html.Format($"<span>{All(node)}</span>"),
    };

    private Html Link(RstNode node) => names.Address(node) is { } address ? Html.Format($"<a href=\"{address}\">{All(node)}</a>") : All(node);

    private Html Note(RstNode node)
    {
        var note = node.Note ?? (node.ReferenceName is { } name ? names.Document.Named.GetValueOrDefault(name) : null);
        var mark = note?.Mark ?? (node.Plain() is { Length: > 0 } text ? text : node.ReferenceName);
        return note is null ? Html.Format($"[{mark}]") : Html.Format($"<a href=\"#{names.Identifier(note)}\">[{mark}]</a>");
    }

    private static Html Image(RstNode node)
    {
        var address = node.Attributes.GetValueOrDefault("uri", "");
        return Html.Format($"<img src=\"{address}\" alt=\"{(node.Source.Length > 0 ? RstText.Unescape(node.Source) : address)}\">");
    }

    [GeneratedRegex(" +: +")]
    private static partial Regex Classifier();
}
