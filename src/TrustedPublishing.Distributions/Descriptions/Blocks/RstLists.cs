using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Bullet, enumerated, field and option lists, and line blocks.</summary>
internal sealed class RstLists(RstBlocks blocks)
{
    private readonly RstCursor cursor = blocks.Cursor;

    public void Read(RstMarker marker, Match match)
    {
        switch (marker)
        {
            case RstMarker.Bullet:
                Bullets(match);
                break;
            case RstMarker.Enumerator:
                Enumerated(match);
                break;
            case RstMarker.Field:
                Fields(match);
                break;
            case RstMarker.Option:
                Options(match);
                break;
            default:
                LineBlock(match);
                break;
        }
    }

    /// <summary>Parses the field whose marker is at the cursor.</summary>
    /// <param name="blocks">The surrounding blocks.</param>
    /// <param name="match">The marker.</param>
    /// <param name="list">The list that receives the field.</param>
    /// <param name="readsBody">Whether its body is parsed into blocks; the body of a directive option is taken literally.</param>
    /// <returns>Whether it ended with a blank line.</returns>
    public static bool Field(RstBlocks blocks, Match match, RstNode list, bool readsBody = true)
    {
        var field = new RstNode(RstKind.Field).At(blocks.Cursor.NumberInDocument);
        var number = blocks.Cursor.Number;
        var indented = blocks.Cursor.Marked(match.Length);
        var inline = blocks.Inline(match.Groups["name"].Value, number);
        field.Add(RstNode.Create(RstKind.FieldName, inline.Nodes));
        var body = new RstNode(RstKind.FieldBody, indented.Lines.ToString());
        body.AddAll(inline.Messages);
        field.Add(body);
        if (readsBody)
        {
            blocks.Nested(indented.Lines, indented.Offset, body);
        }

        list.Add(field);
        return indented.IsFinished;
    }

    private void Bullets(Match match)
    {
        var bullet = cursor.Line[0];
        var list = new RstNode(RstKind.BulletList).At(cursor.NumberInDocument);
        blocks.Node.Add(list);
        var isFinished = blocks.Items(list, Item(blocks, match.Length, list), (inner, marker, found) =>
            marker == RstMarker.Bullet && inner.Cursor.Line[0] == bullet ? Item(inner, found.Length, list) : null);
        blocks.Finish(isFinished, "Bullet list");
    }

    private void Enumerated(Match match)
    {
        var first = RstEnumerator.FromMatch(match);
        if (!first.IsItem(cursor.Lines, cursor.Index))
        {
            blocks.Text();
            return;
        }

        var list = new RstNode(RstKind.EnumeratedList)
        {
            Attributes = new Dictionary<string, string> { ["enumtype"] = first.Sequence == "#" ? "arabic" : first.Sequence.Replace(" ", "", StringComparison.Ordinal), ["start"] = $"{first.Ordinal}" },
        }.At(cursor.NumberInDocument);
        blocks.Node.Add(list);
        if (first.Ordinal != 1)
        {
            blocks.Node.Add(RstReporter.Notice());
        }

        var (sequence, isCounted, last) = (first.Sequence == "#" ? "arabic" : first.Sequence, first.Sequence == "#", first.Ordinal);
        var isFinished = blocks.Items(list, Item(blocks, match.Length, list), (inner, marker, found) =>
        {
            if (marker != RstMarker.Enumerator)
            {
                return null;
            }

            var next = RstEnumerator.FromMatch(found, sequence);
            var fits = next.Format == first.Format && (next.Sequence == "#" || (next.Sequence == sequence && !isCounted && next.Ordinal == last + 1));
            if (!fits || !next.IsItem(inner.Cursor.Lines, inner.Cursor.Index))
            {
                return null;
            }

            (isCounted, last) = (isCounted || next.Sequence == "#", next.Ordinal);
            return Item(inner, found.Length, list);
        });
        blocks.Finish(isFinished, "Enumerated list");
    }

    private static bool Item(RstBlocks blocks, int marker, RstNode list)
    {
        var number = blocks.Cursor.NumberInDocument;
        var indented = blocks.Cursor.Line.Length > marker ? blocks.Cursor.Known(marker) : blocks.Cursor.Marked(marker);
        var item = new RstNode(RstKind.ListItem).At(number);
        if (indented.Lines.Count > 0)
        {
            blocks.Nested(indented.Lines, indented.Offset, item);
        }

        list.Add(item);
        return indented.IsFinished;
    }

    private void Fields(Match match)
    {
        var list = new RstNode(RstKind.FieldList);
        blocks.Node.Add(list);
        var isFinished = blocks.Items(list, Field(blocks, match, list), (inner, marker, found) => marker == RstMarker.Field ? Field(inner, found, list) : null);
        blocks.Finish(isFinished, "Field list");
    }

    private void Options(Match match)
    {
        var list = new RstNode(RstKind.OptionList).At(cursor.NumberInDocument);
        if (Option(blocks, match, list) is not { } isFinished)
        {
            blocks.Text();
            return;
        }

        blocks.Node.Add(list);
        isFinished = blocks.Items(list, isFinished, (inner, marker, found) => marker == RstMarker.Option ? Option(inner, found, list) : null);
        blocks.Finish(isFinished, "Option list");
    }

    /// <summary>Parses an option; null, with an unchanged cursor, if it has no description.</summary>
    private static bool? Option(RstBlocks blocks, Match match, RstNode list)
    {
        var offset = blocks.Cursor.Offset;
        var indented = blocks.Cursor.Marked(match.Length);
        if (indented.Lines.Count == 0)
        {
            blocks.Cursor.GoTo(offset);
            return null;
        }

        var (item, description) = (new RstNode(RstKind.OptionItem, match.Value.Trim()), new RstNode(RstKind.Description));
        item.Add(description);
        blocks.Nested(indented.Lines, indented.Offset, description);
        list.Add(item);
        return indented.IsFinished;
    }

    private void LineBlock(Match match)
    {
        var number = cursor.Number;
        var block = new RstNode(RstKind.LineBlock).At(cursor.InDocument(number));
        var parent = blocks.Node;
        parent.Add(block);
        var isFinished = Line(blocks, match, block, parent);
        if (!isFinished)
        {
            isFinished = blocks.Items(block, isFinished, (inner, marker, found) => marker == RstMarker.LineBlock ? Line(inner, found, block, parent) : null, endsAtBlank: true);
        }

        if (!isFinished)
        {
            parent.Add(blocks.Reporter.Problem("Line block ends without a blank line.", number + 1));
        }
    }

    private static bool Line(RstBlocks blocks, Match match, RstNode block, RstNode parent)
    {
        var number = blocks.Cursor.Number;
        var indented = blocks.Cursor.Marked(match.Length, untilBlank: true);
        var inline = blocks.Inline(indented.Lines.ToString(), number);
        var line = new RstNode(RstKind.Line, new string(' ', Math.Max(0, match.Length - 2))).At(blocks.Cursor.InDocument(number));
        line.AddAll(inline.Nodes);
        block.Add(line);
        parent.AddAll(inline.Messages);
        return indented.IsFinished;
    }
}
