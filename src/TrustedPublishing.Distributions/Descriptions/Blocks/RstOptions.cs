using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>The options of a directive, which have the form of a field list.</summary>
internal static class RstOptions
{
    /// <summary>Parses options.</summary>
    /// <param name="blocks">The surrounding blocks.</param>
    /// <param name="lines">The options.</param>
    /// <param name="known">The valid options, each with a function that returns the problem with a value.</param>
    /// <exception cref="RstMarkupException">An option is malformed, unknown or invalid.</exception>
    public static Dictionary<string, string?> Read(RstBlocks blocks, RstLines lines, IReadOnlyDictionary<string, Func<string?, string?>> known)
    {
        Dictionary<string, string?> options = [];
        foreach (var (name, value) in Fields(blocks, lines))
        {
            if (!known.TryGetValue(name, out var complaintOf))
            {
                throw new RstMarkupException($"unknown option: \"{name}\"");
            }

            if (options.ContainsKey(name))
            {
                throw new RstMarkupException($"invalid option data: duplicate option \"{name}\"");
            }

            if (complaintOf(value) is { } complaint)
            {
                throw new RstMarkupException($"invalid option value: (option: \"{name}\"; value: {PythonText.Repr(value)})\n{complaint}", breaksOff: complaint == RstDirective.Unreadable);
            }

            options[name] = value;
        }

        return options;
    }

    private static List<(string Name, string? Value)> Fields(RstBlocks blocks, RstLines lines)
    {
        var list = new RstNode(RstKind.FieldList);
        var fields = new RstBlocks(blocks.Parsing, lines, 0, list);
        while (fields.Cursor.Move())
        {
            var (marker, match) = RstMarkers.Classify(fields.Cursor.Line);
            if (marker != RstMarker.Field)
            {
                throw new RstMarkupException("invalid option block");
            }

            RstLists.Field(fields, match, list, readsBody: false);
        }

        List<(string, string?)> options = [];
        foreach (var field in list.Children)
        {
            var name = field.Children[0].Plain();
            if (PythonText.Words(name).Count() != 1)
            {
                throw new RstMarkupException("invalid option data: extension option field name may not contain multiple words");
            }

            var value = field.Children[1].Source;
            options.Add((name.ToLowerInvariant(), value.Length == 0 ? null : value));
        }

        return options;
    }
}
