using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>Titles and transitions, which only the top level of a document has.</summary>
internal sealed class RstSections(RstReader reader)
{
    private const int ShortestLine = 4;

    private readonly List<string> styles = [];
    private int level;
    private int count;
    private (bool IsStart, bool IsTransition, int Line) last = (true, false, 0);

    /// <summary>Notes that something stands here, for the rules on transitions.</summary>
    public void Element(bool isTop) => last = isTop ? (false, false, 0) : last;

    public void End()
    {
        if (last.IsTransition)
        {
            reader.Document.Problem(last.Line, "Document may not end with a transition.");
        }
    }

    /// <summary>Reads a line of punctuation as transition or as the line over a title; null when it is too short for either.</summary>
    public int? Line(RstBlock block, int i)
    {
        var line = block.Lines[i];
        var isLong = line.Length >= ShortestLine;
        if (block.IsBlankAt(i + 1))
        {
            return isLong ? Transition(block.First + i, i + 1) : null;
        }

        var under = i + 2 < block.Lines.Count ? block.Lines[i + 2] : null;
        var problem = RstReader.IsPunctuation(block.Lines[i + 1]) ? "Invalid section title or transition marker."
            : under is null ? "Incomplete section title."
            : !RstReader.IsPunctuation(under) ? "Missing matching underline for section title overline."
            : under != line ? "Title overline & underline mismatch."
            : Width(block.Lines[i + 1]) > line.Length ? "Title overline too short."
            : null;
        if (problem is not null)
        {
            return isLong ? Problem(block.First + i, problem, i + (under is null ? 2 : 3)) : null;
        }

        Title(block.Lines[i + 1].Trim(), block.First + i + 1, $"{line[0]}{line[0]}");
        return i + 3;
    }

    /// <summary>Reads a line of text with a line of punctuation under it as a title; null when it is none.</summary>
    public int? Underlined(RstBlock block, int i)
    {
        if (i + 1 >= block.Lines.Count || block.Lines[i][0] == ' ' || !RstReader.IsPunctuation(block.Lines[i + 1]) || RstLists.IsItem(block, i))
        {
            return null;
        }

        var (title, underline) = (block.Lines[i], block.Lines[i + 1]);
        if (Width(title) > underline.Length)
        {
            if (underline.Length < ShortestLine)
            {
                return null;
            }

            reader.Document.Problem(block.First + i + 1, "Title underline too short.");
        }

        Title(title, block.First + i, $"{underline[0]}");
        return i + 2;
    }

    private int Transition(int line, int next)
    {
        var problem = last.IsStart ? "Document or section may not begin with a transition."
            : last.IsTransition ? "At least one body element must separate transitions; adjacent transitions are not allowed."
            : null;
        last = (false, true, line);
        return problem is null ? next : Problem(line, problem, next);
    }

    private int Problem(int line, string text, int next)
    {
        reader.Document.Problem(line, text);
        return next;
    }

    private void Title(string title, int line, string style)
    {
        var known = styles.IndexOf(style) + 1;
        if (known == 0 && styles.Count == level)
        {
            styles.Add(style);
            known = styles.Count;
        }

        if (known == 0 || known > level + 1)
        {
            reader.Document.Problem(line, "Title level inconsistent.");
        }

        level = known == 0 ? level : known;
        last = (true, false, 0);

        // A lone title and the lone subtitle under it become the document's own, which is not part of what is shown.
        reader.Document.ShowsSomething |= ++count > 2 || known < count;
        reader.Document.WaitingClass = null;
        reader.Document.Title(title);
        reader.Inline.Read(title, line);
    }

    /// <summary>Columns in a terminal: wide East Asian characters take two, combining ones none.</summary>
    private static int Width(string text) => text.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
        : rune.Value is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd) ? 2 : 1);
}
