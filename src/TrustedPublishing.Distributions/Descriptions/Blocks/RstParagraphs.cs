using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Parses text: a paragraph, a definition, an underlined title, and the literal block announced by two colons.</summary>
internal sealed partial class RstParagraphs(RstBlocks blocks)
{
    private readonly RstCursor cursor = blocks.Cursor;

    /// <summary>Parses the text that starts at the current line, depending on the form of the next line.</summary>
    public void Read()
    {
        var line = cursor.Line;
        blocks.IsOver = !cursor.Move();
        var marker = blocks.IsOver ? RstMarker.Blank : RstMarkers.Classify(cursor.Line).Marker;
        if (marker == RstMarker.Blank)
        {
            if (Paragraph([line], cursor.Number - 1))
            {
                blocks.Node.AddAll(Literal());
            }
        }
        else if (marker == RstMarker.Indent)
        {
            Definitions(line);
        }
        else if (!(RstMarkers.IsLine(cursor.Line) && new RstSections(blocks).Underline(line)))
        {
            Lines(line);
        }
    }

    private void Lines(string first)
    {
        var start = cursor.Number - 1;
        var (block, indented) = cursor.TextBlock();
        var problem = indented is { } line ? blocks.Reporter.Problem("Unexpected indentation.", line) : null;
        var announces = Paragraph([first, .. block.Texts], start);
        if (problem is not null)
        {
            blocks.Node.Add(problem);
        }

        if (announces)
        {
            cursor.Move();
            blocks.Node.AddAll(Literal());
        }
    }

    /// <summary>Adds a paragraph and returns whether it announces a literal block.</summary>
    private bool Paragraph(IEnumerable<string> lines, int number)
    {
        var text = PythonLines.TrimEnd(string.Join('\n', lines));
        var announces = Announcement().IsMatch(text);
        if (announces && text.Length == 2)
        {
            return true;
        }

        text = !announces ? text : text[^3] is ' ' or '\n' ? PythonLines.TrimEnd(text[..^3]) : text[..^1];
        var inline = blocks.Inline(text, number);
        blocks.Node.Add(RstNode.Create(RstKind.Paragraph, inline.Nodes).At(cursor.InDocument(number)));
        blocks.Node.AddAll(inline.Messages);
        return announces;
    }

    private void Definitions(string first)
    {
        var list = new RstNode(RstKind.DefinitionList).At(cursor.InDocument(cursor.Number - 1));
        var isFinished = Definition(blocks, first, list);
        blocks.Node.Add(list);
        isFinished = blocks.Items(list, isFinished, (inner, marker, _) =>
        {
            if (marker != RstMarker.Text)
            {
                return null;
            }

            var term = inner.Cursor.Line;
            if (inner.Cursor.Move() && RstMarkers.Classify(inner.Cursor.Line).Marker == RstMarker.Indent)
            {
                return Definition(inner, term, list);
            }

            inner.Cursor.Move(-1);
            return null;
        });
        blocks.Finish(isFinished, "Definition list");
    }

    /// <summary>Parses the definition whose first line is at the cursor.</summary>
    private static bool Definition(RstBlocks blocks, string term, RstNode list)
    {
        var number = blocks.Cursor.Number;
        var indented = blocks.Cursor.Indented();
        var inline = blocks.Inline(term, number - 1);
        var item = new RstNode(RstKind.DefinitionItem).At(blocks.Cursor.InDocument(number - 1));
        item.Add(RstNode.Create(RstKind.Term, inline.Nodes).At(blocks.Cursor.InDocument(number - 1)));
        var definition = RstNode.Create(RstKind.Definition, inline.Messages).At(blocks.Cursor.InDocument(number));
        item.Add(definition);
        if (term.EndsWith("::", StringComparison.Ordinal))
        {
            definition.Add(RstReporter.Notice());
        }

        blocks.Nested(indented.Lines, indented.Offset, definition);
        list.Add(item);
        return indented.IsFinished;
    }

    private List<RstNode> Literal()
    {
        var indented = cursor.Indented();
        if (indented.Lines.WithoutBlankEnd().Count == 0)
        {
            return Quoted();
        }

        List<RstNode> read = [new RstNode(RstKind.LiteralBlock, indented.Lines.WithoutBlankEnd().ToString()).At(cursor.InDocument(indented.Offset + 1))];
        if (!indented.IsFinished)
        {
            read.Add(blocks.Reporter.Problem("Literal block ends without a blank line; unexpected unindent.", cursor.Number + 1));
        }

        return read;
    }

    /// <summary>An unindented literal block: all lines start with the same character.</summary>
    private List<RstNode> Quoted()
    {
        var lines = new RstCursor(cursor.Lines.From(cursor.Index), cursor.Offset, blocks.Document.Position);
        while (lines.Move() && lines.Line.Length == 0)
        {
        }

        List<RstNode> read = [];
        if (lines.Index < lines.Lines.Count && IsSign(lines.Line[0]))
        {
            var (first, messages) = (lines.Index, Unquoted(lines, lines.Line[0]));
            read.AddRange([new(RstKind.LiteralBlock, lines.Lines.Between(first, lines.Index + (messages.Count == 0 ? 0 : 1)).ToString()), .. messages]);
        }
        else
        {
            read.Add(blocks.Reporter.Problem("Literal block expected; none found.", lines.Number));
            lines.Move(-1);
        }

        cursor.GoTo(lines.Offset);
        return read;
    }

    /// <summary>Advances to the end of a quoted literal block, and reports a problem if no blank line follows.</summary>
    private List<RstNode> Unquoted(RstCursor lines, char quote)
    {
        while (lines.Move() && lines.Line.StartsWith(quote))
        {
        }

        if (lines.Index >= lines.Lines.Count || lines.Line.Length == 0)
        {
            return [];
        }

        var message = blocks.Reporter.Problem(lines.Line[0] == ' ' ? "Unexpected indentation." : "Inconsistent literal block quoting.", lines.Number);
        lines.Move(-1);
        return [message];
    }

    private static bool IsSign(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    /// <summary>Two colons at the end, the first of which is not escaped.</summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*::\z")]
    private static partial Regex Announcement();
}
