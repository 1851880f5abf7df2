using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Substitution definitions: <c>.. |name| replace:: text</c>.</summary>
internal sealed partial class RstSubstitutions(RstBlocks blocks)
{
    private const int LongestName = 2_000;

    /// <summary>Parses a definition; null if it is malformed.</summary>
    public (List<RstNode> Nodes, bool IsFinished)? Read(int marker)
    {
        var line = blocks.Cursor.NumberInDocument;
        var indented = blocks.Cursor.Marked(marker, strips: false);
        var escaped = "";
        for (var used = 1; used <= indented.Lines.Count; used++)
        {
            var text = indented.Lines[used - 1];
            escaped = used == 1 ? RstText.Escape(text.TrimEnd()) : $"{escaped} {RstText.Escape(text.Trim())}";
            if (escaped.Length < LongestName && Pattern().Match(escaped) is { Success: true } match)
            {
                var first = indented.Lines[used - 1].Trim();
                var rest = first[Math.Max(0, first.Length - (escaped.Length - match.Length))..].Trim();
                var block = indented.Lines.From(used - 1).Select((original, index) => index == 0 ? rest : original);
                return Define(match.Groups["name"].Value, rest.Length == 0 ? block.From(1) : block, indented.Offset + (rest.Length == 0 ? 1 : 0), indented.IsFinished, line);
            }
        }

        return null;
    }

    private (List<RstNode> Nodes, bool IsFinished) Define(string name, RstLines block, int offset, bool isFinished, int? line)
    {
        block = block.WithoutBlankEnd();
        if (block.Count == 0)
        {
            return ([blocks.Reporter.Problem($"Substitution definition \"{name}\" missing contents.", line)], isFinished);
        }

        var definition = new RstNode(RstKind.SubstitutionDefinition).At(line);
        definition.Names.Add(RstText.Spaced(name));
        var inner = new RstBlocks(blocks.Parsing, block.Select((text, index) => index == 0 ? text.Trim() : text), offset, definition);
        var marker = RstMarker.Blank;
        while (marker is RstMarker.Blank or RstMarker.Indent && inner.Cursor.Move())
        {
            marker = RstMarkers.Classify(inner.Cursor.Line).Marker;
            if (marker == RstMarker.Indent)
            {
                inner.Quote();
            }
            else if (marker != RstMarker.Blank)
            {
                isFinished = Directive(inner) ?? (inner.Cursor.IsAtEnd ? isFinished : inner.Cursor.IsNextBlank);
            }
        }

        foreach (var outside in definition.Children.Where(child => !RstKinds.IsInline(child.Kind)).ToArray())
        {
            definition.Remove(outside);
            blocks.Node.Add(outside);
        }

        if (Complaint(definition, name) is { } complaint)
        {
            return ([blocks.Reporter.Problem(complaint, line)], isFinished);
        }

        blocks.Document.AddSubstitution(definition, name);
        return ([definition], isFinished);
    }

    /// <summary>Parses the directive of the definition. Null if there is none; otherwise, whether it ended with a blank line.</summary>
    private static bool? Directive(RstBlocks inner)
    {
        if (DirectivePattern().Match(inner.Cursor.Line) is not { Success: true } directive)
        {
            return null;
        }

        var (nodes, isEnded) = new RstDirectives(inner, inner.Node.Names[0]).Read(directive.Groups["name"].Value, directive.Length);
        inner.Node.AddAll(nodes);
        return inner.Cursor.IsAtEnd ? null : isEnded;
    }

    private static string? Complaint(RstNode definition, string name)
    {
        foreach (var node in definition.All().Skip(1).Where(node => node.Kind != RstKind.Text))
        {
            if (node.Kind == RstKind.Problematic)
            {
                return "Problematic content in substitution definition";
            }

            var illegal = node.Kind == RstKind.Reference && node.IsAnonymous ? "Anonymous references"
                : node.Kind == RstKind.FootnoteReference && node.Automatic is not null ? "References to auto-numbered and auto-symbol footnotes"
                : node.Names.Count + node.Ids.Count > 0 ? "Targets (names and identifiers)"
                : null;
            if (illegal is not null)
            {
                return $"{illegal} are not supported in a substitution definition.";
            }
        }

        return definition.Children.Count == 0 ? $"Substitution definition \"{name}\" empty or invalid." : null;
    }

    [GeneratedRegex(@"\A(?! )(?<name>.+?)(?<![\s\0])\|(?: +|\z)")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(?<name>" + RstText.SimpleName + @")::(?: +|\z)")]
    private static partial Regex DirectivePattern();
}
