using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Explicit markup: footnotes, citations, targets, substitution definitions, directives, comments.</summary>
internal sealed partial class RstExplicit(RstBlocks blocks)
{
    private readonly RstCursor cursor = blocks.Cursor;

    /// <summary>Parses the explicit markup that starts here and any that follows immediately.</summary>
    public void Read(RstMarker marker, Match match)
    {
        var isFinished = blocks.Items(blocks.Node, One(marker, match), (inner, next, found) =>
            next is RstMarker.Explicit or RstMarker.Anonymous ? new RstExplicit(inner).One(next, found) : null, endsAtBlank: true);
        blocks.Finish(isFinished, "Explicit markup");
    }

    private bool One(RstMarker marker, Match match)
    {
        if (marker == RstMarker.Anonymous)
        {
            var (anonymous, isEnded) = new RstTargets(blocks).Anonymous(match.Length);
            blocks.Node.Add(anonymous);
            return isEnded;
        }

        var line = cursor.Line;
        var (nodes, isFinished) = Footnote().Match(line) is { Success: true } footnote ? Note(footnote, RstKind.Footnote)
            : Citation().Match(line) is { Success: true } citation ? Note(citation, RstKind.Citation)
            : Target().Match(line) is { Success: true } target ? new RstTargets(blocks).Named(target.Length) ?? Malformed("malformed hyperlink target.", line, match.Length)
            : Substitution().Match(line) is { Success: true } substitution
                ? new RstSubstitutions(blocks).Read(substitution.Length) ?? Malformed("malformed substitution definition.", line, match.Length)
            : Directive().Match(line) is { Success: true } directive ? new RstDirectives(blocks).Read(directive.Groups["name"].Value, directive.Length)
            : Comment(line, match.Length);
        blocks.Node.AddAll(nodes);
        return isFinished;
    }

    private (List<RstNode> Nodes, bool IsFinished) Malformed(string problem, string line, int marker)
    {
        var message = blocks.Reporter.Problem(problem, cursor.Number);
        var (nodes, isFinished) = Comment(line, marker);
        return ([.. nodes, message], isFinished);
    }

    /// <summary>Two dots before a blank line are an empty comment, which can serve as a separator.</summary>
    private (List<RstNode> Nodes, bool IsFinished) Comment(string line, int marker)
    {
        if (cursor.IsNextBlank && line.Length <= marker)
        {
            return ([new(RstKind.Comment)], true);
        }

        if (cursor.IsNextBlank && line[marker..].StartsWith("end of inclusion from \"", StringComparison.Ordinal))
        {
            // Docutils itself writes this after an included file; PyPI does not include files.
            return ([blocks.Reporter.Problem("A comment cannot begin with 'end of inclusion from \"'.", cursor.Number, breaksOff: true)], true);
        }

        var indented = cursor.Marked(marker);
        var text = indented.Lines.WithoutBlankEnd().ToString();
        var comment = new RstNode(RstKind.Comment);
        if (text.Length > 0)
        {
            comment.Add(new(RstKind.Text, text));
        }

        return ([comment], indented.IsFinished);
    }

    private (List<RstNode> Nodes, bool IsFinished) Note(Match match, RstKind kind)
    {
        var line = cursor.NumberInDocument;
        var indented = cursor.Marked(match.Length);
        var (label, notes) = (match.Groups["label"].Value, blocks.Document.Notes);
        char? automatic = kind == RstKind.Footnote && label[0] is '#' or '*' ? label[0] : null;
        var note = new RstNode(kind, label) { Automatic = automatic }.At(line);
        var name = RstText.Normal(automatic is null ? label : label[1..]);
        if (automatic is null)
        {
            note.Add(RstNode.Create(RstKind.Label, [new(RstKind.Text, label)]));
        }

        if (name.Length > 0)
        {
            note.Names.Add(name);
        }

        (kind == RstKind.Citation ? notes.Citations : automatic == '#' ? notes.Numbered : automatic == '*' ? notes.Symbols : notes.Footnotes).Add(note);
        blocks.Document.Identify(note);
        if (name.Length > 0)
        {
            blocks.Document.AddExplicit(note, note);
        }

        if (indented.Lines.Count > 0)
        {
            blocks.Nested(indented.Lines, indented.Offset, note);
        }
        else
        {
            note.Add(blocks.Reporter.Problem($"{kind} content expected."));
        }

        return ([note], indented.IsFinished);
    }

    [GeneratedRegex(@"\A\.\. +\[(?<label>[0-9]+|\#(?:" + RstText.SimpleName + @")?|\*)\](?: +|\z)")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\A\.\. +\[(?<label>" + RstText.SimpleName + @")\](?: +|\z)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\A\.\. +_(?! |\z)")]
    private static partial Regex Target();

    [GeneratedRegex(@"\A\.\. +\|(?! |\z)")]
    private static partial Regex Substitution();

    [GeneratedRegex(@"\A\.\. +(?<name>" + RstText.SimpleName + @") ?::(?: +|\z)")]
    private static partial Regex Directive();
}
