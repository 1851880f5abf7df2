using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Parses directives into arguments, options and content.</summary>
internal sealed class RstDirectives(RstBlocks blocks, string? substitution = null)
{
    /// <summary>Parses the directive at the cursor.</summary>
    public (List<RstNode> Nodes, bool IsFinished) Read(string name, int marker)
    {
        var (cursor, number) = (blocks.Cursor, blocks.Cursor.Number);
        if (blocks.Parsing.Directives(name) is not { } directive)
        {
            var unknown = cursor.Marked(0, strips: false);
            return ([blocks.Reporter.Problem($"Unknown directive type \"{name}\".", number)], unknown.IsFinished);
        }

        var indented = cursor.Marked(marker, trims: false);
        try
        {
            var parts = Parts(blocks, directive, indented.Lines, indented.Offset);
            List<RstNode> nodes = [.. directive.Read(new(blocks, name, number, parts, substitution))];
            return (nodes, indented.IsFinished || cursor.IsNextBlank);
        }
        catch (RstMarkupException problem)
        {
            return ([blocks.Reporter.Problem($"Error in \"{name}\" directive:\n{problem.Message}.", number, problem.BreaksOff)], indented.IsFinished);
        }
    }

    /// <summary>Splits a directive into its parts.</summary>
    /// <exception cref="RstMarkupException">A required part is missing, or a part is not allowed.</exception>
    public static RstDirectiveParts Parts(RstBlocks blocks, RstDirective directive, RstLines lines, int offset)
    {
        if (lines.Count > 0 && lines.IsBlankAt(0))
        {
            (lines, offset) = (lines.From(1), offset + 1);
        }

        lines = lines.WithoutBlankEnd();
        var hasHead = lines.Count > 0 && (directive.HasArguments || directive.Options is { Count: > 0 });
        var headEnd = hasHead ? lines.TextBlock(0, isFlushLeft: false).Block.Count : 0;
        var head = lines.Between(0, headEnd);
        var (content, contentOffset) = hasHead ? (lines.From(headEnd + 1), offset + headEnd + 1) : (lines, offset);
        Dictionary<string, string?> options = [];
        if (directive.Options is { Count: > 0 } known)
        {
            var firstOption = Enumerable.Range(0, head.Count).FirstOrDefault(index => RstMarkers.Field().IsMatch(head[index]), head.Count);
            options = RstOptions.Read(blocks, head.From(firstOption), known);
            head = head.Between(0, firstOption);
        }

        if (head.Count > 0 && !directive.HasArguments)
        {
            (content, contentOffset) = (RstLines.FromLines([.. head.All, .. lines.From(headEnd).All]), offset);
        }

        var (rest, skipped) = content.WithoutBlankStart();
        var arguments = directive.HasArguments ? Arguments(directive, head.ToString()) : [];
        return rest.Count == 0 || directive.HasContent ? new(arguments, options, rest, contentOffset + skipped)
            : throw new RstMarkupException("no content permitted");
    }

    private static List<string> Arguments(RstDirective directive, string text)
    {
        List<string> words = [.. PythonText.Words(text)];
        var most = directive.Required + directive.Optional;
        return words.Count < directive.Required ? throw new RstMarkupException($"{directive.Required} argument(s) required, {words.Count} supplied")
            : words.Count <= most ? words
            : directive.TakesSpaces ? [text.TrimStart()]
            : throw new RstMarkupException($"maximum {most} argument(s) allowed, {words.Count} supplied");
    }
}
