namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>Some lines of the document, without the indentation of the block they form.</summary>
/// <param name="Lines">Without white space at their ends.</param>
/// <param name="First">The number of the first line in the document, counted from 1.</param>
internal sealed record RstBlock(IReadOnlyList<string> Lines, int First)
{
    public bool IsEmpty => Lines.All(line => line.Length == 0);

    public static RstBlock Of(string text) => new(
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => Untabbed(line.Replace('\v', ' ').Replace('\f', ' ')).TrimEnd())], 1);

    /// <summary>The part from a line on.</summary>
    public RstBlock From(int index) => new([.. Lines.Skip(index)], First + index);

    /// <summary>The first lines.</summary>
    public RstBlock Take(int count) => new([.. Lines.Take(count)], First);

    /// <summary>The lines from one on that are blank or indented, without what is blank at their end.</summary>
    public int EndOfIndented(int index, int indent = 1)
    {
        var end = index;
        for (var i = index; i < Lines.Count && (Lines[i].Length == 0 || IndentOf(Lines[i]) >= indent); i++)
        {
            end = Lines[i].Length == 0 ? end : i + 1;
        }

        return end;
    }

    /// <summary>Whether what ends before a line is followed by a blank line or nothing.</summary>
    public bool IsBlankAt(int index) => index >= Lines.Count || Lines[index].Length == 0;

    /// <summary>
    /// The lines in a range, less their common indentation. The first line, which follows a marker, loses <paramref name="firstIndent"/>
    /// characters instead when that is given.
    /// </summary>
    public RstBlock Dedent(int start, int end, int? firstIndent = null)
    {
        var rest = Lines.Skip(start + (firstIndent is null ? 0 : 1)).Take(end - start - (firstIndent is null ? 0 : 1)).ToArray();
        var indent = rest.Where(line => line.Length > 0).Select(IndentOf).DefaultIfEmpty(0).Min();
        string[] first = firstIndent is { } length ? [Lines[start].Length > length ? Lines[start][length..].TrimStart() : ""] : [];
        return new([.. first, .. rest.Select(line => line.Length > indent ? line[indent..] : "")], First + start);
    }

    /// <summary>The lines in a range, each less so many characters; what they hold beyond is indentation that means something.</summary>
    public RstBlock Cut(int start, int end, int indent) =>
        new([.. Lines.Skip(start).Take(end - start).Select(line => line.Length > indent ? line[indent..] : "")], First + start);

    public static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    private static string Untabbed(string line)
    {
        for (var tab = line.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = line.IndexOf('\t', tab))
        {
            line = $"{line[..tab]}{new string(' ', 8 - (tab % 8))}{line[(tab + 1)..]}";
        }

        return line;
    }
}
