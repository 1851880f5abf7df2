using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>The parts of a reStructuredText description that PyPI does not show, or that this page does not show, by line.</summary>
internal static class RstTreeNotes
{
    /// <summary>More would not be useful.</summary>
    private const int Most = 100;

    private static readonly HashSet<string> NoFragments = [];

    public static IReadOnlyList<DescriptionNote> Find(RstDocument tree, RstNames names)
    {
        var notes =
            from node in tree.All()
            let text = About(node, names)
            where text is not null
            select new DescriptionNote(node.Place()?.Line, text);
        return [.. notes.Distinct().OrderBy(note => note.Line ?? 0).Take(Most)];
    }

    private static string? About(RstNode node, RstNames names) => node.Kind switch
    {
        RstKind.Title when node.Parent?.Kind == RstKind.Document => $"PyPI does not show the title \"{node.Plain()}\", because the only title at the top becomes that of the document. Its page begins with the name of the project.",
        RstKind.Subtitle when node.Parent?.Kind == RstKind.Document => $"PyPI does not show the subtitle \"{node.Plain()}\", because the only title below the title becomes that of the document.",
        RstKind.Header or RstKind.Footer => $"PyPI does not show the {node.Kind.ToString().ToLowerInvariant()} of the document.",
        RstKind.Meta => "PyPI ignores the directive meta.",
        RstKind.Image => LinkNotes.OfImage(node.Attributes.GetValueOrDefault("uri", "")),
        RstKind.Reference when names.Address(node) is { } address && !address.StartsWith('#') => LinkNotes.OfLink(address, NoFragments, ""),
        RstKind.Pending when node.Source is "sectnum" or "section-numbering" => "PyPI numbers the sections, which this page does not.",
        RstKind.Pending when node.Source == "target-notes" => "PyPI lists the addresses of links here, which this page does not.",
        RstKind.Math or RstKind.MathBlock => "PyPI lets the reader's browser render the formula; this page shows its source.",
        _ => null,
    };
}
