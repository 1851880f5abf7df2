using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Titles and transitions, which are allowed only at the top level of a document.</summary>
internal sealed class RstSections(RstBlocks blocks)
{
    private const int ShortestLine = 4;

    private readonly RstCursor cursor = blocks.Cursor;

    /// <summary>Parses a line of repeated characters: a transition or the line above a title.</summary>
    public void Line()
    {
        var line = cursor.Line.Trim();
        if (blocks.IsTop)
        {
            Transition(line);
        }
        else if (line is "::" || line.Length < ShortestLine)
        {
            if (line is not "::")
            {
                blocks.Node.Add(RstReporter.Notice());
            }

            blocks.Text();
        }
        else
        {
            blocks.Node.Add(blocks.Reporter.Problem("Unexpected section title or transition.", cursor.Number));
        }
    }

    /// <summary>Parses the title above the underline at the cursor; returns false if both are text.</summary>
    public bool Underline(string title)
    {
        var (underline, number) = (cursor.Line.TrimEnd(), cursor.Number);
        title = PythonLines.TrimEnd(title);
        List<RstNode> messages = [];
        if (RstText.Width(title) > underline.Length)
        {
            if (underline.Length < ShortestLine)
            {
                if (blocks.IsTop)
                {
                    blocks.Node.Add(RstReporter.Notice());
                }

                return false;
            }

            messages.Add(blocks.Reporter.Problem("Title underline too short.", number));
        }

        if (blocks.IsTop)
        {
            Section(title, $"{underline[0]}", number - 1, messages);
        }
        else
        {
            blocks.Node.AddAll([.. messages, blocks.Reporter.Problem("Unexpected section title.", cursor.NumberInDocument)]);
        }

        return true;
    }

    private void Transition(string line)
    {
        var isLast = !cursor.Move();
        var marker = isLast ? RstMarker.Blank : RstMarkers.Classify(cursor.Line).Marker;
        if (marker != RstMarker.Blank)
        {
            Overline(line, cursor.Number - 1);
        }
        else if (line.Length < ShortestLine)
        {
            AsText(1);
        }
        else
        {
            blocks.Node.Add(new RstNode(RstKind.Transition).At(cursor.NumberInDocument - 1));
            blocks.IsOver = isLast;
        }
    }

    /// <summary>Parses the title at the cursor, below an overline.</summary>
    private void Overline(string overline, int number)
    {
        var title = cursor.Line;
        if (RstMarkers.IsLine(title))
        {
            Problem(overline, number, "Invalid section title or transition marker.", 1);
            return;
        }

        var isThere = cursor.Move();
        var underline = isThere ? PythonLines.TrimEnd(cursor.Line) : "";
        var problem = !isThere ? "Incomplete section title."
            : !RstMarkers.IsLine(underline) ? "Missing matching underline for section title overline."
            : overline != underline ? "Title overline & underline mismatch."
            : null;
        if (problem is not null)
        {
            Problem(overline, number, problem, 2);
            return;
        }

        List<RstNode> messages = [];
        if (RstText.Width(PythonLines.TrimEnd(title)) > overline.Length)
        {
            if (overline.Length < ShortestLine)
            {
                Problem(overline, number, "", 2);
                return;
            }

            messages.Add(blocks.Reporter.Problem("Title overline too short.", number));
        }

        Section(title.Trim(), $"{overline[0]}{underline[0]}", number + 1, messages);
    }

    /// <summary>A line that is too short for a title is text, and parsing continues after it.</summary>
    private void Problem(string overline, int number, string text, int lines)
    {
        if (overline.Length < ShortestLine)
        {
            blocks.Node.Add(RstReporter.Notice());
            AsText(lines);
        }
        else
        {
            blocks.Node.Add(blocks.Reporter.Problem(text, number));
        }
    }

    private void AsText(int lines)
    {
        cursor.Move(-lines);
        blocks.Text();
    }

    private void Section(string title, string style, int number, List<RstNode> messages)
    {
        var styles = blocks.Parsing.TitleStyles;
        var open = Ancestors();
        var level = styles.IndexOf(style) is >= 0 and var known ? known + 1 : styles.Count + 1;
        if (level > open.Count + 1)
        {
            blocks.Node.Add(blocks.Reporter.Problem($"Inconsistent title style: skip from level {open.Count} to {level}.", number));
            return;
        }

        blocks.Node = level <= open.Count ? open[level - 1].Parent! : blocks.Node;
        if (level > styles.Count)
        {
            styles.Add(style);
        }

        var section = new RstNode(RstKind.Section);
        blocks.Node.Add(section);
        var inline = blocks.Inline(title, number);
        var heading = RstNode.Create(RstKind.Title, inline.Nodes);
        section.Names.Add(RstText.Normal(heading.Plain()));
        section.AddAll([heading, .. messages, .. inline.Messages]);
        blocks.Document.AddImplicit(section, section);
        blocks.Node = section;
    }

    /// <summary>The open sections, starting with the outermost.</summary>
    private List<RstNode> Ancestors()
    {
        List<RstNode> sections = [];
        for (var node = blocks.Node; node.Parent is not null; node = node.Parent)
        {
            sections.Insert(0, node);
        }

        return sections;
    }
}
