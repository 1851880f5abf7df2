using System.Text;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>Consecutive lines. A sub-range shares their memory; operations that change a line make a copy.</summary>
internal sealed class RstLines
{
    private const int TabWidth = 8;

    private readonly RstLine[] lines;
    private readonly int start;

    private RstLines(RstLine[] lines, int start, int count) => (this.lines, this.start, Count) = (lines, start, count);

    public int Count { get; }

    public string this[int index] => lines[start + index].Text;

    /// <summary>The lines of a description, with tabs expanded and trailing white space removed.</summary>
    public static RstLines FromText(string text) => FromTexts(PythonLines.Split(text.Replace('\v', ' ').Replace('\f', ' ')).Select(line => PythonLines.TrimEnd(Untabbed(line))));

    public static RstLines FromTexts(IEnumerable<string> texts) => FromLines(texts.Select((text, index) => new RstLine(text, index + 1)));

    public static RstLines FromLines(IEnumerable<RstLine> lines)
    {
        RstLine[] all = [.. lines];
        return new(all, 0, all.Length);
    }

    public IEnumerable<RstLine> All => lines.Skip(start).Take(Count);

    public IEnumerable<string> Texts => All.Select(line => line.Text);

    /// <summary>The number of a line; null directly after the last line, as for any line that does not exist.</summary>
    public int? NumberAt(int index) => index switch
    {
        _ when index >= 0 && index < Count => lines[start + index].Number,
        < 0 when Count + index >= 0 => lines[start + Count + index].Number,
        _ => null,
    };

    public RstLines From(int index) => Between(index, Count);

    public RstLines Between(int first, int end)
    {
        first = Math.Clamp(first, 0, Count);
        return new(lines, start + first, Math.Max(0, Math.Min(end, Count) - first));
    }

    /// <summary>Whether a line is blank or does not exist.</summary>
    public bool IsBlankAt(int index) => index >= Count || string.IsNullOrWhiteSpace(this[index]);

    public RstLines WithoutBlankEnd()
    {
        var end = Count;
        while (end > 0 && IsBlankAt(end - 1))
        {
            end--;
        }

        return Between(0, end);
    }

    /// <summary>The lines without leading blank ones, and the number of those.</summary>
    public (RstLines Lines, int Skipped) WithoutBlankStart()
    {
        var skipped = 0;
        while (skipped < Count && IsBlankAt(skipped))
        {
            skipped++;
        }

        return (From(skipped), skipped);
    }

    /// <summary>All lines, each transformed.</summary>
    public RstLines Select(Func<string, int, string> change) =>
        FromLines(All.Select((line, index) => line with { Text = change(line.Text, index) }));

    /// <summary>The lines in a range, without their first characters.</summary>
    public RstLines TrimLeft(int length, int first, int end = int.MaxValue) =>
        Select((text, index) => index >= first && index < end ? Cut(text, length) : text);

    /// <summary>
    /// The lines up to the first blank line or, with <paramref name="isFlushLeft"/>, the first indented line, whose number is returned.
    /// </summary>
    public (RstLines Block, int? Indented) TextBlock(int index, bool isFlushLeft)
    {
        var end = index;
        while (!IsBlankAt(end))
        {
            if (isFlushLeft && this[end][0] == ' ')
            {
                return (Between(index, end), NumberAt(end));
            }

            end++;
        }

        return (Between(index, end), null);
    }

    /// <summary>
    /// Consecutive indented or blank lines, without their common indentation. Of the first line, which follows a marker, only the length of the
    /// marker is known.
    /// </summary>
    public RstIndented Indented(int index, bool untilBlank = false, bool strips = true, int? first = null, int? known = null)
    {
        var (indent, end) = (known, index);
        first ??= known;
        end += first is null ? 0 : 1;
        while (end < Count && !(this[end] is [not ' ', ..] || (known is { } length && !string.IsNullOrWhiteSpace(Left(this[end], length)))))
        {
            if (IsBlankAt(end))
            {
                if (untilBlank)
                {
                    return Block(true);
                }
            }
            else if (known is null)
            {
                indent = Math.Min(indent ?? int.MaxValue, IndentOf(this[end]));
            }

            end++;
        }

        return Block(end >= Count || (end > index && IsBlankAt(end - 1)));

        RstIndented Block(bool isFinished)
        {
            var block = Between(index, end);
            block = first is { } marker && block.Count > 0 ? block.TrimLeft(marker, 0, 1) : block;
            block = indent is > 0 && strips ? block.TrimLeft(indent.Value, first is null ? 0 : 1) : block;
            return new(block, indent ?? 0, isFinished);
        }
    }

    public static int IndentOf(string line)
    {
        var indent = 0;
        while (indent < line.Length && PythonText.IsSpace(line[indent]))
        {
            indent++;
        }

        return indent;
    }

    public override string ToString() => string.Join('\n', Texts);

    private static string Cut(string text, int length) => text.Length > length ? text[length..] : "";

    private static string Left(string text, int length) => text.Length > length ? text[..length] : text;

    private static string Untabbed(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line;
        }

        var (text, column) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            var width = rune.Value == '\t' ? TabWidth - (column % TabWidth) : 1;
            text.Append(rune.Value == '\t' ? new string(' ', width) : rune.ToString());
            column += width;
        }

        return text.ToString();
    }
}
