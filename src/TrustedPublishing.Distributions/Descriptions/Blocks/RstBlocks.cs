using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Parses the blocks in a range of lines, possibly nested in other blocks, into an element.</summary>
internal sealed class RstBlocks(RstParsing parsing, RstLines lines, int offset, RstNode node, bool isTop = false)
{
    public RstParsing Parsing => parsing;

    public RstDocument Document => parsing.Document;

    public RstReporter Reporter => parsing.Reporter;

    public RstCursor Cursor { get; } = new(lines, offset, parsing.Document.Position);

    /// <summary>The element that receives the parsed blocks. A title changes it.</summary>
    public RstNode Node { get; set; } = node;

    /// <summary>Whether titles and transitions are allowed here.</summary>
    public bool IsTop => isTop;

    /// <summary>Whether a block has reached the end of the lines.</summary>
    public bool IsOver { get; set; }

    public void Read()
    {
        while (!IsOver && !Reporter.IsFull && Cursor.Move())
        {
            var (marker, match) = RstMarkers.Classify(Cursor.Line);
            Block(marker, match);
        }
    }

    /// <summary>Parses lines into a nested element.</summary>
    public void Nested(RstLines inner, int innerOffset, RstNode into)
    {
        if (parsing.Depth >= RstParsing.MaximumDepth)
        {
            Reporter.Problem("The blocks in blocks are too many.", Cursor.NumberInDocument, breaksOff: true);
            return;
        }

        parsing.Depth++;
        new RstBlocks(parsing, inner, innerOffset, into).Read();
        parsing.Depth--;
    }

    /// <summary>Parses further list items from the lines after the current one.</summary>
    /// <param name="list">The list.</param>
    /// <param name="isFinished">Whether the first item ended with a blank line.</param>
    /// <param name="item">Parses an item and returns whether it ended with a blank line; null if the line is not an item.</param>
    /// <param name="endsAtBlank">Whether a blank line ends the list.</param>
    /// <returns>Whether the last item ended with a blank line.</returns>
    public bool Items(RstNode list, bool isFinished, Func<RstBlocks, RstMarker, Match, bool?> item, bool endsAtBlank = false)
    {
        var inner = new RstBlocks(parsing, Cursor.Rest, Cursor.Offset + 1, list);
        while (!Reporter.IsFull && inner.Cursor.Move())
        {
            var (marker, match) = RstMarkers.Classify(inner.Cursor.Line);
            if (marker == RstMarker.Blank && !endsAtBlank)
            {
                continue;
            }

            if (marker == RstMarker.Blank || item(inner, marker, match) is not { } itemIsFinished)
            {
                inner.Cursor.Move(-1);
                break;
            }

            isFinished = itemIsFinished;
        }

        Cursor.GoTo(inner.Cursor.Offset);
        return isFinished;
    }

    public RstInlineText Inline(string text, int? line) => parsing.Inline.Read(text, line, Node);

    /// <summary>Reports text that follows a block without a blank line in between.</summary>
    public void Finish(bool isFinished, string construct)
    {
        if (!isFinished)
        {
            Node.Add(Reporter.Problem($"{construct} ends without a blank line; unexpected unindent.", Cursor.Number + 1));
        }
    }

    /// <summary>Parses the indented block that starts at the current line.</summary>
    public void Quote()
    {
        var indented = Cursor.Indented();
        Node.AddAll(new RstQuotes(this).Read(indented.Lines, indented.Offset));
        Finish(indented.IsFinished, "Block quote");
    }

    /// <summary>Parses the current line as text, whatever it looks like.</summary>
    public void Text() => new RstParagraphs(this).Read();

    private void Block(RstMarker marker, Match match)
    {
        switch (marker)
        {
            case RstMarker.Blank:
                break;
            case RstMarker.Indent:
                Quote();
                break;
            case RstMarker.Doctest:
                var test = Cursor.Lines.TextBlock(Cursor.Index, isFlushLeft: false).Block;
                Node.Add(new RstNode(RstKind.DoctestBlock, test.ToString()).At(Cursor.NumberInDocument));
                Cursor.Move(test.Count - 1);
                break;
            case RstMarker.GridTable or RstMarker.SimpleTable:
                new RstTables(this).Read(marker == RstMarker.GridTable);
                break;
            case RstMarker.Explicit or RstMarker.Anonymous:
                new RstExplicit(this).Read(marker, match);
                break;
            case RstMarker.Line:
                new RstSections(this).Line();
                break;
            case RstMarker.Text:
                Text();
                break;
            default:
                new RstLists(this).Read(marker, match);
                break;
        }
    }
}
