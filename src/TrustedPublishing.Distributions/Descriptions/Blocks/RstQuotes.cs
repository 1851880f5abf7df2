using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Block quotes, each with an optional attribution.</summary>
internal sealed partial class RstQuotes(RstBlocks blocks)
{
    public List<RstNode> Read(RstLines lines, int offset)
    {
        List<RstNode> read = [];
        while (lines.Count > 0)
        {
            var quote = new RstNode(RstKind.BlockQuote).At(blocks.Cursor.InDocument(offset + 1));
            var source = Source(lines);
            blocks.Nested(lines.Between(0, source?.Start ?? lines.Count), offset, quote);
            read.Add(quote);
            if (source is not { } found)
            {
                break;
            }

            var text = blocks.Inline(string.Join('\n', found.Text).TrimEnd(), offset + found.Start + 1);
            quote.Add(RstNode.Create(RstKind.Attribution, text.Nodes).At(blocks.Cursor.InDocument(offset + found.Start + 1)));
            read.AddRange(text.Messages);
            var (rest, skipped) = lines.From(found.End).WithoutBlankStart();
            (lines, offset) = (rest, offset + found.End + skipped);
        }

        return read;
    }

    /// <summary>A paragraph that starts with two or three dashes, after text and a blank line.</summary>
    private static (int Start, int End, IEnumerable<string> Text)? Source(RstLines lines)
    {
        var (blank, hasText) = (-2, false);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.IsBlankAt(i))
            {
                blank = i;
                continue;
            }

            if (hasText && blank == i - 1 && Dashes().Match(lines[i]) is { Success: true } dashes && Shape(lines, i) is { } shape)
            {
                return (i, shape.End, [lines[i][dashes.Length..], .. lines.TrimLeft(shape.Indent, i + 1).Between(i + 1, shape.End).Texts]);
            }

            hasText = true;
        }

        return null;
    }

    /// <summary>The end of the paragraph; null if its other lines have different indentations.</summary>
    private static (int End, int Indent)? Shape(RstLines lines, int first)
    {
        int? indent = null;
        var i = first + 1;
        for (; !lines.IsBlankAt(i); i++)
        {
            indent ??= RstLines.IndentOf(lines[i]);
            if (RstLines.IndentOf(lines[i]) != indent)
            {
                return null;
            }
        }

        return (i, indent ?? 0);
    }

    [GeneratedRegex(@"\A(?:---?(?!-)|\u2014) *(?=[^ \n])")]
    private static partial Regex Dashes();
}
