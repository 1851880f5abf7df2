namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>A position in a range of lines, which is all or part of the document.</summary>
internal sealed class RstCursor(RstLines lines, int offset, RstPosition position)
{
    public RstLines Lines => lines;

    /// <summary>The index of the current line.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The number of lines of the document before the current one, as far as the surrounding blocks know.</summary>
    public int Offset => Index + offset;

    /// <summary>The number of the current line, starting at 1, as far as the surrounding blocks know.</summary>
    public int Number => Offset + 1;

    public string Line => lines[Index];

    public bool IsNextBlank => lines.IsBlankAt(Index + 1);

    public bool IsAtEnd => Index >= lines.Count - 1;

    /// <summary>The lines after the current one.</summary>
    public RstLines Rest => lines.From(Index + 1);

    /// <summary>The number of the current line in the document; after the last line, the next number.</summary>
    public int? NumberInDocument => lines.NumberAt(Index) ?? (Index == lines.Count && Index > 0 ? lines.NumberAt(Index - 1) + 1 : null);

    /// <summary>The number in the document of a line, given its number here.</summary>
    public int? InDocument(int number) =>
        lines.NumberAt(number - offset - 1) ?? (number - offset - 1 == lines.Count && lines.Count > 0 ? lines.NumberAt(lines.Count - 1) + 1 : null);

    /// <summary>Moves the cursor; returns whether there is such a line.</summary>
    public bool Move(int count = 1)
    {
        Index += count;
        position.Line = lines.NumberAt(Index);
        return Index >= 0 && Index < lines.Count;
    }

    public void GoTo(int absoluteOffset) => Move(absoluteOffset - offset - Index);

    /// <summary>The indented block that starts here; the cursor moves to its last line.</summary>
    public RstIndented Indented(bool untilBlank = false, bool strips = true)
    {
        var (before, block) = (Offset, lines.Indented(Index, untilBlank, strips));
        if (block.Lines.Count > 0)
        {
            Move(block.Lines.Count - 1);
        }

        return Trimmed(block, before);
    }

    /// <summary>The block that starts after a marker and continues with lines of the same indentation.</summary>
    public RstIndented Known(int indent)
    {
        var (before, block) = (Offset, lines.Indented(Index, known: indent));
        Move(block.Lines.Count - 1);
        return Trimmed(block, before);
    }

    /// <summary>The block that starts after a marker and continues with lines of any indentation.</summary>
    public RstIndented Marked(int marker, bool untilBlank = false, bool strips = true, bool trims = true)
    {
        var (before, block) = (Offset, lines.Indented(Index, untilBlank, strips, first: marker));
        Move(block.Lines.Count - 1);
        return trims ? Trimmed(block, before) : block with { Offset = before };
    }

    /// <summary>
    /// The lines up to the next blank one; the cursor moves to the last of them. If an indented line ends them, its number; otherwise null.
    /// </summary>
    public (RstLines Block, int? Indented) TextBlock()
    {
        var found = lines.TextBlock(Index, isFlushLeft: true);
        Move(found.Block.Count - 1);
        return found;
    }

    private static RstIndented Trimmed(RstIndented block, int before)
    {
        var (rest, skipped) = block.Lines.WithoutBlankStart();
        return block with { Lines = rest, Offset = before + skipped };
    }
}
