using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Directives;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Transforms;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>
/// Parses reStructuredText as PyPI does (docutils 0.23 with the settings of readme_renderer 45) and returns what docutils would report at level 2 or
/// above, which makes PyPI reject the description. Blocks are parsed into a tree; transforms then check whether all references resolve.
/// </summary>
internal static class RstReader
{
    private const int LongestLine = 10_000;

    /// <summary>Parses a description.</summary>
    public static RstVerdict Read(string description) => ReadTree(description).Verdict;

    /// <summary>Parses a description and also returns its tree.</summary>
    public static (RstVerdict Verdict, RstDocument Tree) ReadTree(string description)
    {
        var (lines, reporter, position) = (RstLines.FromText(description), new RstReporter(), new RstPosition());
        var document = new RstDocument(reporter, position);
        if (lines.Texts.Index().FirstOrDefault(line => line.Item.Length > LongestLine && PythonText.Length(line.Item) > LongestLine) is { Item: not null } tooLong)
        {
            reporter.Problem($"Line {tooLong.Index + 1} exceeds the line-length-limit.", null as int?);
            return (new(reporter.Problems, ShowsSomething: true), document);
        }

        var roles = new RstRoles(reporter);
        var blocks = new RstBlocks(new(document, new(document, roles), roles, RstStandardDirectives.Find), lines, 0, document, isTop: true);
        reporter.Root = blocks.Cursor;
        blocks.Read();
        position.IsOver = true;
        RstTransforms.Apply(document);
        return (new(reporter.Problems, document.Children.Exists(Shows)), document);
    }

    /// <summary>Whether a top-level element is visible on the page: titles appear elsewhere, and some elements are never visible.</summary>
    private static bool Shows(RstNode node) => node.Kind switch
    {
        RstKind.Target => node.Address is null && node.ReferenceId is null && node.ReferenceName is null,
        RstKind.Title or RstKind.Subtitle or RstKind.Decoration or RstKind.Meta or RstKind.SystemMessage => false,
        var kind => !RstKinds.IsInvisible(kind),
    };
}
