using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>
/// A grid table. Each cell is traced from its upper left corner to the right, down, left and up again; its upper right and lower left corners are
/// the possible starts of further cells.
/// </summary>
internal sealed partial class RstGridTable
{
    private const string Incomplete = "Malformed table; parse incomplete.";

    /// <summary>More than any human-readable table needs.</summary>
    private const int MostSteps = 20_000_000;

    private readonly RstLines block;
    private readonly string[] lines;
    private readonly int[] done;
    private readonly int bottom;
    private readonly int right;
    private readonly SortedSet<int> rows = [0];
    private readonly SortedSet<int> columns = [0];
    private readonly int? headLine;
    private int steps;

    public RstGridTable(RstLines block)
    {
        (this.block, headLine) = WithoutHeadLine(block);
        lines = [.. this.block.Texts.Select(RstText.WithoutCombining)];
        (bottom, right) = (block.Count - 1, lines[0].Length - 1);
        done = new int[lines[0].Length];
        Array.Fill(done, -1);
    }

    /// <summary>Traces the cells.</summary>
    /// <exception cref="RstTableException">The table is malformed.</exception>
    public RstTableCells Cells()
    {
        List<(int Top, int Left, int Bottom, int Right)> cells = [];
        var corners = new SortedSet<(int Top, int Left)> { (0, 0) };
        while (corners.Count > 0)
        {
            var (top, left) = corners.Min;
            corners.Remove((top, left));
            if (top == bottom || left == right || top <= done[left] || Right(top, left) is not { } cell)
            {
                continue;
            }

            MarkDone(top, left, cell);
            cells.Add((top, left, cell.Bottom, cell.Right));
            corners.Add((top, cell.Right));
            corners.Add((cell.Bottom, left));
        }

        return done.Take(right).All(line => line == bottom - 1) ? Structure(cells) : throw new RstTableException(Incomplete);
    }

    private RstTableCells Structure(List<(int Top, int Left, int Bottom, int Right)> cells)
    {
        int[] rowStarts = [.. rows], columnStarts = [.. columns];
        var covered = cells.Sum(cell => (long)(Array.BinarySearch(rowStarts, cell.Bottom) - Array.BinarySearch(rowStarts, cell.Top))
            * (Array.BinarySearch(columnStarts, cell.Right) - Array.BinarySearch(columnStarts, cell.Left)));
        if (covered != (long)(rowStarts.Length - 1) * (columnStarts.Length - 1))
        {
            throw new RstTableException("Unused cells remaining.");
        }

        var rowsOfCells = cells.OrderBy(cell => (cell.Top, cell.Left)).GroupBy(cell => cell.Top).ToArray();
        return new(columnStarts.Length - 1, [.. rowsOfCells.Select(row => (IReadOnlyList<RstCell>)[.. row.Select(Cell)])], rowsOfCells.Count(row => row.Key < headLine));

        RstCell Cell((int Top, int Left, int Bottom, int Right) cell) => new(
            cell.Top + 1,
            RstTableText.Part(block.Between(cell.Top + 1, cell.Bottom), cell.Left + 1, cell.Right),
            Array.BinarySearch(columnStarts, cell.Right) - Array.BinarySearch(columnStarts, cell.Left),
            Array.BinarySearch(rowStarts, cell.Bottom) - Array.BinarySearch(rowStarts, cell.Top));
    }

    private static (RstLines Block, int? HeadLine) WithoutHeadLine(RstLines block)
    {
        var (lines, separator) = RstTableText.WithoutHeadLine(block, HeadLine());
        return separator is 0 || separator == block.Count - 1
            ? throw new RstTableException("The head/body row separator may not be the first or last line of the table.", block.Count - 1)
            : (lines, separator);
    }

    private void MarkDone(int top, int left, (int Bottom, int Right) cell)
    {
        for (var column = left; column < cell.Right; column++)
        {
            done[column] = done[column] == top - 1 ? cell.Bottom - 1 : throw new RstTableException(Incomplete);
        }
    }

    /// <summary>Searches for the upper right corner and, from each candidate, for the other corners.</summary>
    private (int Bottom, int Right)? Right(int top, int left)
    {
        List<int> separators = [];
        for (var i = left + 1; i <= right; i++)
        {
            if (lines[top][i] == '+')
            {
                separators.Add(i);
                if (Down(top, left, i) is { } found)
                {
                    columns.UnionWith(separators);
                    return (found, i);
                }
            }
            else if (lines[top][i] != '-')
            {
                return null;
            }
        }

        return null;
    }

    private int? Down(int top, int left, int cellRight)
    {
        List<int> separators = [];
        for (var i = top + 1; i <= bottom; i++)
        {
            Step();
            if (lines[i][cellRight] == '+')
            {
                separators.Add(i);
                if (Left(top, left, i, cellRight))
                {
                    rows.UnionWith(separators);
                    return i;
                }
            }
            else if (lines[i][cellRight] != '|')
            {
                return null;
            }
        }

        return null;
    }

    private bool Left(int top, int left, int cellBottom, int cellRight)
    {
        List<int> columnSeparators = [], rowSeparators = [];
        for (var i = cellRight - 1; i > left; i--)
        {
            Step();
            if (lines[cellBottom][i] is not ('+' or '-'))
            {
                return false;
            }

            columnSeparators.AddRange(lines[cellBottom][i] == '+' ? [i] : []);
        }

        if (lines[cellBottom][left] != '+')
        {
            return false;
        }

        for (var i = cellBottom - 1; i > top; i--)
        {
            Step();
            if (lines[i][left] is not ('+' or '|'))
            {
                return false;
            }

            rowSeparators.AddRange(lines[i][left] == '+' ? [i] : []);
        }

        columns.UnionWith(columnSeparators);
        rows.UnionWith(rowSeparators);
        return true;
    }

    private void Step() => steps = steps < MostSteps ? steps + 1 : throw new RstTableException("The table is too complicated.");

    [GeneratedRegex(@"\A\+=[=+]+=\+ *\z")]
    private static partial Regex HeadLine();
}
