using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Images and figures.</summary>
internal static class RstImages
{
    private static readonly string[] Vertical = ["top", "middle", "bottom"];
    private static readonly string[] Horizontal = ["left", "center", "right"];

    public static IEnumerable<RstNode> Image(RstDirectiveCall call)
    {
        var (valid, where) = call.Substitution is null ? (Horizontal, "option.") : (Vertical, "option within a substitution definition.");
        return call.Option("align")?.Trim().ToLowerInvariant() is { } align && !valid.Contains(align)
            ? call.Problem($"Error in \"{call.Name}\" directive: \"{align}\" is not a valid value for the \"align\" {where}  Valid values for \"align\" are: \"{string.Join("\", \"", valid)}\".")
            : [Linked(call)];
    }

    /// <summary>An image with a caption (one paragraph or an empty comment) and a legend.</summary>
    public static IEnumerable<RstNode> Figure(RstDirectiveCall call)
    {
        var figure = RstNode.Create(RstKind.Figure, [Linked(call)]).At(call.Blocks.Cursor.InDocument(call.Line));
        figure.Classes.AddRange(RstDirectiveCall.Classes(call.Option("figclass")));
        if (call.Option("figname") is { Length: > 0 } name)
        {
            figure.Names.Add(RstText.Normal(name));
            call.Document.AddExplicit(figure, figure);
        }

        var content = new RstNode(RstKind.Loose);
        call.Nested(content);
        foreach (var (index, child) in content.Children.ToArray().Index())
        {
            if (child.Kind is RstKind.Target or RstKind.Pending)
            {
                figure.Add(child);
                continue;
            }

            var isCaption = child.Kind == RstKind.Paragraph;
            if (!isCaption && !(child.Kind == RstKind.Comment && child.Children.Count == 0))
            {
                return [figure, .. call.Problem("Figure caption must be a paragraph or empty comment.")];
            }

            figure.AddAll(isCaption ? [RstNode.Create(RstKind.Caption, child.Children).At(child.Line)] : []);
            figure.AddAll(index + 1 < content.Children.Count ? [RstNode.Create(RstKind.Legend, content.Children.Skip(index + 1))] : []);
            break;
        }

        return [figure];
    }

    private static RstNode Linked(RstDirectiveCall call)
    {
        var reference = call.Option("target") is { } target ? Reference(call, target) : null;
        var image = call.Named(new RstNode(RstKind.Image, call.Option("alt") ?? call.Substitution ?? "")
        {
            Attributes = new[] { ("uri", RstText.Address(RstText.Escape(call.Argument!))), ("width", call.Option("width")), ("height", call.Option("height")), ("align", call.Option("align")?.Trim().ToLowerInvariant()) }
                .Where(attribute => attribute.Item2 is not null).ToDictionary(attribute => attribute.Item1, attribute => attribute.Item2!),
            Embedded = call.Option("loading")?.Trim().Equals("embed", StringComparison.OrdinalIgnoreCase) == true ? RstText.Address(RstText.Escape(call.Argument!)) : null,
        }.At(call.Blocks.Cursor.InDocument(call.Line)));
        reference?.Add(image);
        return reference ?? image;
    }

    private static RstNode Reference(RstDirectiveCall call, string target)
    {
        var (name, address) = RstTargets.Destination([.. RstText.Escape(target).Split('\n')]);
        var reference = new RstNode(RstKind.Reference) { Address = address, ReferenceName = name is null ? null : RstText.Normal(name) };
        if (name is not null)
        {
            call.Document.AddReference(reference);
        }

        return reference;
    }
}
