using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>Paragraphs, definitions, and the literal blocks that a paragraph ending in two colons announces.</summary>
internal sealed partial class RstText(RstReader reader, RstBlock block, bool isTop)
{
    public int Read(int i)
    {
        if (i + 1 < block.Lines.Count && block.Lines[i + 1].StartsWith(' '))
        {
            return Definitions(i);
        }

        if (!isTop && i + 1 < block.Lines.Count && RstReader.IsPunctuation(block.Lines[i + 1]) 
            && (block.Lines[i + 1].Length >= 4 || block.Lines[i].Length <= block.Lines[i + 1].Length))
        {
            reader.Document.Problem(block.First + i + 1, "Unexpected section title.");
            return i + 2;
        }

        var end = i;
        while (!block.IsBlankAt(end) && block.Lines[end][0] != ' ')
        {
            end++;
        }

        if (!block.IsBlankAt(end))
        {
            reader.Document.Problem(block.First + end, "Unexpected indentation.");
        }

        var text = string.Join('\n', block.Lines.Skip(i).Take(end - i));
        var announces = Announcement().IsMatch(text);
        reader.Inline.Read(announces ? text[..^1] : text, block.First + i);
        return announces && block.IsBlankAt(end) ? Literal(end) : end;
    }

    private int Definitions(int i)
    {
        while (true)
        {
            var end = block.EndOfIndented(i + 1);
            reader.Inline.Read(block.Lines[i], block.First + i);
            reader.Nested(block.Dedent(i + 1, end));
            var next = end;
            while (next < block.Lines.Count && block.Lines[next].Length == 0)
            {
                next++;
            }

            var another = next + 1 < block.Lines.Count && block.Lines[next + 1].StartsWith(' ') && block.Lines[next][0] is not (' ' or '.' or '|')
                && !RstReader.IsPunctuation(block.Lines[next]) && !RstLists.IsItem(block, next);
            if (!another)
            {
                return reader.Finish(block, end, "Definition list");
            }

            i = next;
        }
    }

    private int Literal(int i)
    {
        while (i < block.Lines.Count && block.Lines[i].Length == 0)
        {
            i++;
        }

        if (i < block.Lines.Count && block.Lines[i][0] == ' ')
        {
            return reader.Finish(block, block.EndOfIndented(i), "Literal block");
        }

        if (i >= block.Lines.Count || !RstReader.IsPunctuation(block.Lines[i][..1]))
        {
            reader.Document.Problem(block.First + Math.Min(i, block.Lines.Count - 1), "Literal block expected; none found.");
            return i;
        }

        var end = RstReader.EndOfText(block, i);
        if (Enumerable.Range(i, end - i).Any(index => block.Lines[index][0] != block.Lines[i][0]))
        {
            reader.Document.Problem(block.First + i, "Inconsistent literal block quoting.");
        }

        return end;
    }

    /// <summary>Two colons at the end, the first of them not protected by a backslash.</summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*::\z")]
    private static partial Regex Announcement();
}
