using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>
/// Reads reStructuredText as docutils does and collects what it would warn of. Not a renderer: only structure, names and inline markup are
/// looked at, and what is not judged is named in <see cref="RstDocument.NotJudged"/>.
/// </summary>
internal sealed partial class RstReader
{
    private const int MaximumDepth = 40;

    private readonly RstSections sections;
    private int depth;

    private RstReader(RstDocument document)
    {
        Document = document;
        Inline = new(document);
        sections = new(this);
    }

    public RstDocument Document { get; }

    public RstInline Inline { get; }

    public bool IsNested => depth > 0;

    public static RstDocument Read(string description)
    {
        var reader = new RstReader(new());
        reader.Read(RstBlock.Of(description), isTop: true);
        reader.sections.End();
        reader.Document.Resolve();
        return reader.Document;
    }

    /// <summary>Reads a block of its own, in which there can be no titles.</summary>
    public void Nested(RstBlock block)
    {
        if (depth >= MaximumDepth)
        {
            Document.NotJudged.Add("deep nesting");
            return;
        }

        depth++;
        Read(block, isTop: false);
        depth--;
    }

    /// <summary>Complains when a construct is followed by text without a blank line between them.</summary>
    public int Finish(RstBlock block, int end, string construct)
    {
        if (!block.IsBlankAt(end))
        {
            Document.Problem(block.First + end, $"{construct} ends without a blank line; unexpected unindent.");
        }

        return end;
    }

    private void Read(RstBlock block, bool isTop)
    {
        for (var i = 0; i < block.Lines.Count && !Document.IsFull;)
        {
            i = block.Lines[i].Length == 0 ? i + 1 : Element(block, i, isTop);
        }
    }

    private int Element(RstBlock block, int i, bool isTop)
    {
        var line = block.Lines[i];
        if (line[0] == '.' && RstExplicit.Marker().IsMatch(line) || RstExplicit.Anonymous().IsMatch(line))
        {
            sections.Element(isTop);
            return new RstExplicit(this, block).Read(i);
        }

        if (isTop && IsPunctuation(line) && sections.Line(block, i) is { } afterLine)
        {
            return afterLine;
        }

        if (!isTop && IsPunctuation(line) && line is not "::" && line.Length >= 4 && !SimpleTable().IsMatch(line))
        {
            Document.Problem(block.First + i, "Unexpected section title or transition.");
            return i + 1;
        }

        if (isTop && sections.Underlined(block, i) is { } afterTitle)
        {
            return afterTitle;
        }

        sections.Element(isTop);
        (Document.ShowsSomething, Document.WaitingClass) = (true, null);
        return Body(block, i, isTop);
    }

    private int Body(RstBlock block, int i, bool isTop)
    {
        var line = block.Lines[i];
        if (line[0] == ' ')
        {
            var end = block.EndOfIndented(i);
            Quote(block.Dedent(i, end));
            return Finish(block, end, "Block quote");
        }

        if (GridTable().IsMatch(line) || SimpleTable().IsMatch(line))
        {
            return Table(block, i);
        }

        return line.StartsWith(">>>", StringComparison.Ordinal) && (line.Length == 3 || line[3] == ' ') ? EndOfText(block, i)
            : new RstLists(this, block).Read(i) ?? new RstText(this, block, isTop).Read(i);
    }

    /// <summary>A paragraph that begins with two or three dashes ends a block quote with its source; after it another quote may follow.</summary>
    private void Quote(RstBlock quote)
    {
        var source = 1;
        while (source < quote.Lines.Count && !(quote.Lines[source - 1].Length == 0 && Attribution().IsMatch(quote.Lines[source])))
        {
            source++;
        }

        Nested(quote.Take(source));
        if (source < quote.Lines.Count)
        {
            var end = EndOfText(quote, source);
            Inline.Read(string.Join('\n', quote.Lines.Skip(source).Take(end - source)), quote.First + source);
            Nested(quote.From(end));
        }
    }

    /// <summary>A table's inside is not judged; a simple one ends with its last border, a grid with the next blank line.</summary>
    private int Table(RstBlock block, int i)
    {
        Document.NotJudged.Add("tables");
        if (GridTable().IsMatch(block.Lines[i]))
        {
            var after = EndOfText(block, i);
            if (Enumerable.Range(i, after - i).Any(index => block.Lines[index][0] is not ('+' or '|')))
            {
                Document.Problem(block.First + i, "Blank line required after table.");
            }

            return after;
        }

        for (var end = i + 1; end < block.Lines.Count; end++)
        {
            if (SimpleTable().IsMatch(block.Lines[end]) && block.IsBlankAt(end + 1))
            {
                return end + 1;
            }
        }

        Document.Problem(block.First + i, "Malformed table. No bottom table border found.");
        return block.Lines.Count;
    }

    public static int EndOfText(RstBlock block, int i)
    {
        while (!block.IsBlankAt(i))
        {
            i++;
        }

        return i;
    }

    /// <summary>One ASCII punctuation character, repeated.</summary>
    public static bool IsPunctuation(string line) => line.Length > 0 && char.IsAscii(line[0]) && (char.IsPunctuation(line[0]) || char.IsSymbol(line[0])) && line.All(c => c == line[0]);

    [GeneratedRegex(@"\A(?:---?(?!-)|\u2014) *[^ ]")]
    private static partial Regex Attribution();

    [GeneratedRegex(@"\A\+-[-+]+-\+\z")]
    private static partial Regex GridTable();

    [GeneratedRegex(@"\A=+(?: +=+)+\z")]
    private static partial Regex SimpleTable();
}
