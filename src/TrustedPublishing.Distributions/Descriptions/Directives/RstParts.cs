using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Parts of a document that are created after parsing, and page headers and footers.</summary>
internal static class RstParts
{
    public static IEnumerable<RstNode> Contents(RstDirectiveCall call)
    {
        if (RstBodies.Misplaced(call) is { } problem)
        {
            return problem;
        }

        var inline = call.Argument is { } argument ? call.Inline(argument) : null;
        var isLocal = call.Has("local");
        var topic = new RstNode(RstKind.Topic) { Classes = ["contents", .. RstDirectiveCall.Classes(call.Option("class"))] }.At(call.Blocks.Cursor.NumberInDocument - 1);
        var title = inline is not null ? RstNode.Create(RstKind.Title, inline.Nodes) : isLocal ? null : RstNode.Create(RstKind.Title, [new(RstKind.Text, "Contents")]);
        topic.AddAll(title is null ? [] : [title]);
        var name = RstText.Normal(title?.Plain() ?? "contents");
        topic.Names.AddRange(call.Document.Named.ContainsKey(name) ? [] : [name]);
        call.Document.AddImplicit(topic, null);
        call.Document.Pending.Add(new(topic, RstPendingWork.Contents, isLocal));
        return [topic, .. inline?.Messages ?? []];
    }

    /// <summary>Section numbers, or footnotes for links: nothing that could fail.</summary>
    public static IEnumerable<RstNode> Later(RstDirectiveCall call) => [new RstNode(RstKind.Pending, call.Name).At(call.Blocks.Cursor.InDocument(call.Line))];

    /// <summary>A header or footer, which PyPI does not show.</summary>
    public static IEnumerable<RstNode> Page(RstDirectiveCall call, RstKind kind)
    {
        if (call.WithoutContent() is { } problem)
        {
            return problem;
        }

        call.Nested(call.Document.Page(kind));
        return [];
    }
}
