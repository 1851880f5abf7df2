using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Directives that are allowed only in substitution definitions.</summary>
internal static partial class RstReplacements
{
    public static IEnumerable<RstNode> Replace(RstDirectiveCall call)
    {
        if ((Misplaced(call) ?? call.WithoutContent()) is { } problem)
        {
            return problem;
        }

        var content = new RstNode(RstKind.Loose);
        call.Nested(content);
        var paragraph = content.Children.Find(child => child.Kind == RstKind.Paragraph);
        return content.Children.Any(child => child != paragraph && child.Kind != RstKind.SystemMessage)
            ? call.Problem($"Error in \"{call.Name}\" directive: may contain a single paragraph only.")
            : [.. content.Children.Where(child => child != paragraph), .. paragraph?.Children ?? []];
    }

    /// <summary>Characters given by their codes; text after two dots is a comment.</summary>
    public static IEnumerable<RstNode> Unicode(RstDirectiveCall call)
    {
        if (Misplaced(call) is { } problem)
        {
            return problem;
        }

        List<RstNode> texts = [];
        foreach (var code in PythonText.Words(Comment().Split(call.Argument!)[0]))
        {
            if (RstValues.Code(code) is not { } text)
            {
                return call.Problem($"Invalid character code: {code}");
            }

            texts.Add(new(RstKind.Text, text));
        }

        return texts;
    }

    public static IEnumerable<RstNode> Date(RstDirectiveCall call) => Misplaced(call) ?? [new(RstKind.Text, "2000-01-01")];

    private static List<RstNode>? Misplaced(RstDirectiveCall call) => call.Substitution is null
        ? call.Problem($"Invalid context: the \"{call.Name}\" directive can only be used within a substitution definition.") : null;

    [GeneratedRegex(@"(?: |\n|^)\.\. ")]
    private static partial Regex Comment();
}
