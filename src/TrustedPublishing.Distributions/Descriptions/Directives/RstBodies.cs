using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Directives whose content consists of blocks.</summary>
internal static class RstBodies
{
    public static IEnumerable<RstNode> Admonition(RstDirectiveCall call)
    {
        if (call.WithoutContent() is { } problem)
        {
            return problem;
        }

        var node = call.Named(new(RstKind.Admonition, call.Name.ToLowerInvariant())).At(Line(call));
        if (call.Argument is { } title)
        {
            var inline = call.Inline(title);
            node.AddAll([RstNode.Create(RstKind.Title, inline.Nodes).At(Line(call)), .. inline.Messages]);
        }

        call.Nested(node);
        return [node];
    }

    public static IEnumerable<RstNode> Topic(RstDirectiveCall call) => PseudoSection(call, RstKind.Topic);

    public static IEnumerable<RstNode> Sidebar(RstDirectiveCall call) =>
        call.Blocks.Node.Kind == RstKind.Sidebar ? call.Problem($"The \"{call.Name}\" directive may not be used within a sidebar element.")
        : call.Has("subtitle") && call.Argument is null ? call.Problem("The \"subtitle\" option may not be used without a title.")
        : PseudoSection(call, RstKind.Sidebar);

    public static IEnumerable<RstNode> Quote(RstDirectiveCall call) =>
        call.WithoutContent() ?? new RstQuotes(call.Blocks).Read(call.Content, call.Parts.ContentOffset);

    public static IEnumerable<RstNode> Compound(RstDirectiveCall call) => Wrapped(call, RstKind.Compound, []);

    public static IEnumerable<RstNode> Container(RstDirectiveCall call) => call.WithoutContent()
        ?? InvalidClass(call) ?? Wrapped(call, RstKind.Container, [.. RstDirectiveCall.Classes(call.Argument)]);

    /// <summary>Assigns a class to its content or to the following element.</summary>
    public static IEnumerable<RstNode> Class(RstDirectiveCall call)
    {
        if (InvalidClass(call) is { } problem)
        {
            return problem;
        }

        List<string> classes = [.. RstDirectiveCall.Classes(call.Argument)];
        if (call.Content.Count == 0)
        {
            var pending = new RstNode(RstKind.Pending, call.Name) { Classes = classes };
            call.Document.Pending.Add(new(pending, RstPendingWork.Class));
            return [pending];
        }

        var container = new RstNode(RstKind.Loose);
        call.Nested(container);
        container.Children.ForEach(child => child.Classes.AddRange(classes));
        return container.Children;
    }

    /// <summary>The problem of a table of contents, a topic or a sidebar that is not allowed here; null if it is allowed.</summary>
    public static List<RstNode>? Misplaced(RstDirectiveCall call) => RstKinds.IsBodyOrPart(call.Blocks.Node.Kind)
        ? call.Problem($"The \"{call.Name}\" directive may not be used within topics or body elements.") : null;

    private static List<RstNode> PseudoSection(RstDirectiveCall call, RstKind kind)
    {
        if ((Misplaced(call) ?? call.WithoutContent()) is { } problem)
        {
            return problem;
        }

        var node = new RstNode(kind);
        if (call.Argument is { } title)
        {
            var inline = call.Inline(title);
            var subtitle = call.Option("subtitle") is { } text ? call.Inline(text) : null;
            node.Add(RstNode.Create(RstKind.Title, inline.Nodes));
            node.AddAll([.. subtitle is null ? Array.Empty<RstNode>() : [RstNode.Create(RstKind.Subtitle, subtitle.Nodes)], .. inline.Messages, .. subtitle?.Messages ?? []]);
        }

        call.Nested(call.Named(node.At(Line(call))));
        return [node];
    }

    private static List<RstNode> Wrapped(RstDirectiveCall call, RstKind kind, List<string> classes)
    {
        if (call.WithoutContent() is { } problem)
        {
            return problem;
        }

        var node = call.Named(new RstNode(kind) { Classes = classes }.At(Line(call)));
        call.Nested(node);
        return [node];
    }

    private static List<RstNode>? InvalidClass(RstDirectiveCall call) => call.Argument is { } argument && RstValues.Classes(argument) is not null
        ? call.Problem($"Invalid class attribute value for \"{call.Name}\" directive: \"{argument}\".") : null;

    private static int? Line(RstDirectiveCall call) => call.Blocks.Cursor.InDocument(call.Line);
}
