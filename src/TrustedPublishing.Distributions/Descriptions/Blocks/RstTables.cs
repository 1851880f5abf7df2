using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Finds the lines of a table and parses the blocks in its cells.</summary>
internal sealed partial class RstTables(RstBlocks blocks)
{
    private readonly RstCursor cursor = blocks.Cursor;
    private readonly List<RstNode> messages = [];

    /// <summary>Builds the element for a table.</summary>
    /// <param name="blocks">The surrounding blocks.</param>
    /// <param name="cells">Its content.</param>
    /// <param name="line">Its first line.</param>
    public static RstNode Build(RstBlocks blocks, RstTableCells cells, int line)
    {
        var table = new RstNode(RstKind.Table, $"{cells.Columns}") { Attributes = new Dictionary<string, string> { ["head"] = $"{cells.HeadRows}" } }.At(blocks.Cursor.InDocument(line));
        foreach (var cellsOfRow in cells.Rows)
        {
            var row = new RstNode(RstKind.Row);
            foreach (var cell in cellsOfRow)
            {
                var entry = new RstNode(RstKind.Entry) { Attributes = new Dictionary<string, string> { ["colspan"] = $"{cell.Columns}", ["rowspan"] = $"{cell.Rows}" } };
                row.Add(entry);
                if (cell.Lines.Texts.Any(text => text.Length > 0))
                {
                    blocks.Nested(cell.Lines, line + cell.Offset - 1, entry);
                }
            }

            table.Add(row);
        }

        return table;
    }

    public void Read(bool isGrid)
    {
        var (block, isFinished) = isGrid ? Grid() : Simple();
        if (block is not null)
        {
            try
            {
                var cells = isGrid ? new RstGridTable(block).Cells() : new RstSimpleTable(block).Cells();
                messages.Insert(0, Build(blocks, cells, cursor.Number - block.Count + 1));
            }
            catch (RstTableException problem)
            {
                messages.Insert(0, Malformed(block.Count, problem.Message, problem.Offset));
            }
        }

        blocks.Node.AddAll(messages);
        if (!isFinished)
        {
            blocks.Node.Add(blocks.Reporter.Problem("Blank line required after table.", cursor.Number + 1));
        }
    }

    private RstNode Malformed(int lines, string detail, int offset) =>
        blocks.Reporter.Problem($"Malformed table.\n{detail}", cursor.Number - lines + 1 + offset);

    private (RstLines? Block, bool IsFinished) Grid()
    {
        var (found, indented) = cursor.TextBlock();
        if (indented is { } line)
        {
            messages.Add(blocks.Reporter.Problem("Unexpected indentation.", line));
        }

        var isFinished = indented is null;
        var block = RstTableText.Padded(found).Select((text, _) => text.Trim());
        var width = block[0].Length;
        var last = block.Count - 1;
        for (var i = 0; i < block.Count; i++)
        {
            if (block[i][0] is not ('+' or '|'))
            {
                cursor.Move(i - block.Count);
                (block, isFinished, last) = (block.Between(0, i), false, i);
                break;
            }
        }

        return Bottom(block, last) is not { } bottom ? (null, isFinished)
            : bottom == block.Count - 1 ? (Checked(block, width), isFinished)
            : (Checked(block.Between(0, bottom + 1), width), false);
    }

    /// <summary>The index of the last border, to which the cursor moves back; null if there is none.</summary>
    private int? Bottom(RstLines block, int last)
    {
        if (RstMarkers.GridTable().IsMatch(block[block.Count - 1]))
        {
            return block.Count - 1;
        }

        var bottom = block.Count - 2;
        while (bottom > 1 && !RstMarkers.GridTable().IsMatch(block[bottom]))
        {
            bottom--;
        }

        if (bottom > 1)
        {
            cursor.Move(-(block.Count - bottom + 1));
            return bottom;
        }

        messages.Add(Malformed(block.Count, "Bottom border missing or corrupt.", block.Count - 2 > 1 ? 2 : last));
        return null;
    }

    /// <summary>The lines of a grid; null if one does not end with a border.</summary>
    private RstLines? Checked(RstLines block, int width)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (RstText.WithoutCombining(block[i]).Length != width || block[i][^1] is not ('+' or '|'))
            {
                messages.Add(Malformed(block.Count, "Right border not aligned or missing.", i));
                return null;
            }
        }

        return block;
    }

    private (RstLines? Block, bool IsFinished) Simple()
    {
        var (start, lines) = (cursor.Index, cursor.Lines);
        var top = lines[start].Trim().Length;
        int? found = null;
        for (var i = start + 1; i < lines.Count; i++)
        {
            if (!Border().IsMatch(lines[i]))
            {
                continue;
            }

            if (lines[i].Trim().Length != top)
            {
                cursor.Move(i - start);
                messages.Add(Malformed(i - start + 1, "Bottom border or header rule does not match top border.", i - start));
                return (null, lines.IsBlankAt(i + 1));
            }

            if (found is not null || lines.IsBlankAt(i + 1))
            {
                cursor.Move(i - start);
                return (RstTableText.Padded(lines.Between(start, i + 1)), lines.IsBlankAt(i + 1));
            }

            found = i;
        }

        cursor.Move((found ?? lines.Count - 1) - start);
        messages.Add(Malformed((found ?? lines.Count - 1) - start + 1,
            found is null ? "No bottom table border found." : "No bottom table border found or no blank line after table bottom.", 0));
        return (null, found is null);
    }

    [GeneratedRegex(@"\A=+[ =]*\z")]
    private static partial Regex Border();
}
