using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Directives whose content is text.</summary>
internal static class RstTexts
{
    public static IEnumerable<RstNode> LineBlock(RstDirectiveCall call)
    {
        if (call.WithoutContent() is { } problem)
        {
            return problem;
        }

        var block = call.Named(new RstNode(RstKind.LineBlock).At(Line(call)));
        List<RstNode> messages = [];
        foreach (var (index, text) in call.Content.Texts.Index())
        {
            var inline = call.Blocks.Inline(text.Trim(), call.Line + call.Parts.ContentOffset + index);
            block.Add(RstNode.Create(RstKind.Line, inline.Nodes).At(Line(call) + index));
            messages.AddRange(inline.Messages);
        }

        return [block, .. messages];
    }

    public static IEnumerable<RstNode> ParsedLiteral(RstDirectiveCall call)
    {
        if (call.WithoutContent() is { } problem)
        {
            return problem;
        }

        var inline = call.Inline(call.Content.ToString());
        var node = RstNode.Create(RstKind.LiteralBlock, inline.Nodes).At(call.Parts.ContentOffset + 1);
        return [call.Named(node), .. inline.Messages];
    }

    /// <summary>A language unknown to Pygments is a problem only in a role, not here.</summary>
    public static IEnumerable<RstNode> Code(RstDirectiveCall call) => call.WithoutContent() ?? [call.Named(new(RstKind.LiteralBlock, call.Content.ToString()))];

    public static IEnumerable<RstNode> Math(RstDirectiveCall call) => call.WithoutContent() ?? [call.Named(new RstNode(RstKind.MathBlock, call.Content.ToString()).At(Line(call)))];

    public static IEnumerable<RstNode> Rubric(RstDirectiveCall call)
    {
        var inline = call.Inline(call.Argument!);
        return [call.Named(RstNode.Create(RstKind.Rubric, inline.Nodes).At(Line(call))), .. inline.Messages];
    }

    private static int? Line(RstDirectiveCall call) => call.Blocks.Cursor.InDocument(call.Line);
}
