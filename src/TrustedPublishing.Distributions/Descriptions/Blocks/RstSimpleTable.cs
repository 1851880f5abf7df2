using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>
/// A simple table; its top border defines the columns. A row may have several lines; only its first line has text in the first column.
/// </summary>
internal sealed partial class RstSimpleTable
{
    private readonly RstLines block;
    private readonly List<(int Start, int End)> columns;
    private readonly int borderEnd;
    private readonly int? headLine;
    private readonly List<IReadOnlyList<RstCell>> rows = [];

    public RstSimpleTable(RstLines lines)
    {
        block = lines.Select((text, index) => index == 0 || index == lines.Count - 1 ? text.Replace('=', '-') : text);
        (block, headLine) = RstTableText.WithoutHeadLine(block, HeadLine());
        columns = Columns(block[0]);
        borderEnd = columns[^1].End;
    }

    /// <summary>Parses the rows.</summary>
    /// <exception cref="RstTableException">The table is malformed.</exception>
    public RstTableCells Cells()
    {
        var (firstStart, firstEnd) = columns[0];
        var (start, hasText) = (1, false);
        for (var offset = 1; offset < block.Count; offset++)
        {
            var line = block[offset];
            if (SpanLine().IsMatch(line))
            {
                Row(start, offset, line.TrimEnd());
                (start, hasText) = (offset + 1, false);
            }
            else if (Cut(line, firstStart, firstEnd).Trim().Length > 0)
            {
                if (hasText && offset != start)
                {
                    Row(start, offset, null);
                }

                (start, hasText) = (offset, true);
            }
            else if (!hasText)
            {
                start = offset + 1;
            }
        }

        return new(columns.Count, rows, rows.Count(row => row[0].Offset < headLine));
    }

    private static List<(int Start, int End)> Columns(string line) => [.. Dashes().Matches(line).Select(match => (match.Index, match.Index + match.Length))];

    /// <summary>The columns of a row: those of the line below it, which may span several.</summary>
    private List<(int Start, int End)> Spanned(string line, int offset)
    {
        var spanned = Columns(line);
        if (spanned[^1].End != borderEnd)
        {
            throw new RstTableException($"Column span incomplete in table line {offset + 1}.", offset);
        }

        spanned[^1] = (spanned[^1].Start, columns[^1].End);
        return spanned;
    }

    private void Row(int start, int end, string? spanLine)
    {
        if (start >= end && spanLine is null)
        {
            return;
        }

        var spanned = spanLine is null ? [.. columns] : Spanned(spanLine, end);
        var lines = block.Between(start, end);
        CheckMargins(lines, start, spanned);
        CheckSpans(spanned, start);
        rows.Add([.. spanned.Select(column => new RstCell(start, RstTableText.Part(lines, column.Start, column.End), Math.Max(1, columns.Count(whole => whole.Start >= column.Start && whole.Start < column.End))))]);
    }

    private void CheckSpans(List<(int Start, int End)> spanned, int offset)
    {
        var i = 0;
        foreach (var (start, end) in spanned)
        {
            var isAligned = i < columns.Count && start == columns[i].Start;
            while (isAligned && end != columns[i].End)
            {
                i++;
                isAligned = i < columns.Count;
            }

            if (!isAligned)
            {
                throw new RstTableException($"Column span alignment problem in table line {offset + 2}.", offset + 1);
            }

            i++;
        }
    }

    /// <summary>Text is not allowed between columns; text after the last column widens it.</summary>
    private void CheckMargins(RstLines block, int firstLine, List<(int Start, int End)> spanned)
    {
        string[] lines = [.. block.Texts.Select(RstText.WithoutCombining)];
        for (var i = 0; i < spanned.Count; i++)
        {
            var (start, end) = spanned[i];
            var isLast = i == spanned.Count - 1;
            for (var offset = 0; offset < lines.Length; offset++)
            {
                if (Cut(lines[offset], end, isLast ? int.MaxValue : spanned[i + 1].Start).Trim().Length == 0)
                {
                    continue;
                }

                if (!isLast)
                {
                    throw new RstTableException($"Text in column margin in table line {firstLine + offset + 1}.", firstLine + offset);
                }

                var newEnd = start + Cut(lines[offset], start, int.MaxValue).TrimEnd().Length;
                spanned[i] = (start, Math.Max(columns[^1].End, newEnd));
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, newEnd));
            }
        }
    }

    private static string Cut(string text, int start, int end)
    {
        start = Math.Min(start, text.Length);
        return text[start..Math.Clamp(end, start, text.Length)];
    }

    [GeneratedRegex(@"\A=[ =]*\z")]
    private static partial Regex HeadLine();

    [GeneratedRegex(@"\A-[ -]*\z")]
    private static partial Regex SpanLine();

    [GeneratedRegex("-+")]
    private static partial Regex Dashes();
}
