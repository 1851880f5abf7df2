using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>The <c>meta</c> directive: fields that become metadata of the page.</summary>
internal static class RstMeta
{
    public static IEnumerable<RstNode> Read(RstDirectiveCall call)
    {
        if (call.WithoutContent() is { } problem)
        {
            return problem;
        }

        var metas = new RstNode(RstKind.Loose);
        var fields = new RstBlocks(call.Blocks.Parsing, call.Content, call.Parts.ContentOffset, metas);
        while (fields.Cursor.Move())
        {
            var (marker, match) = RstMarkers.Classify(fields.Cursor.Line);
            if (marker is not (RstMarker.Blank or RstMarker.Field))
            {
                metas.AddAll(call.Problem("Invalid meta directive."));
                break;
            }

            metas.AddAll(marker == RstMarker.Field ? [Field(fields, match)] : []);
        }

        foreach (var meta in metas.Children.AsEnumerable().Reverse())
        {
            call.Document.Insert(call.Document.Children.TakeWhile(child => child.Kind is RstKind.Title or RstKind.Subtitle or RstKind.Rubric or RstKind.Meta).Count(), meta);
        }

        return [];
    }

    private static RstNode Field(RstBlocks fields, Match match)
    {
        if (fields.Cursor.Marked(match.Length).Lines.Count == 0)
        {
            return RstReporter.Notice();
        }

        foreach (var attribute in PythonText.Words(RstText.Unescape(RstText.Escape(match.Groups["name"].Value))).Skip(1))
        {
            if (Complaint(attribute) is { } complaint)
            {
                return fields.Reporter.Problem($"Error parsing meta tag attribute \"{attribute}\": {complaint}.");
            }
        }

        return new(RstKind.Meta);
    }

    /// <summary>The problem with <c>name=value</c>; null if there is none.</summary>
    private static string? Complaint(string attribute)
    {
        var equals = attribute.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? ("", "") : (attribute[..equals], attribute[(equals + 1)..]);
        return equals < 0 ? "missing \"=\""
            : equals == 0 ? "missing attribute name before \"=\""
            : value.Length == 0 ? $"missing value after \"{name}=\""
            : value[0] is not ('\'' or '"') ? null
            : value.IndexOf(value[0], 1) is var end && end < 0 ? $"attribute \"{name}\" missing end quote ({value[0]})"
            : end + 1 < value.Length ? $"attribute \"{name}\" end quote ({value[0]}) not followed by whitespace"
            : null;
    }
}
