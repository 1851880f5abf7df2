using TrustedPublishing.Distributions.Descriptions;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Renders reStructuredText as PyPI does (readme_renderer 45: docutils' HTML5 writer, without the document's title).</summary>
internal static class RstDescription
{
    /// <summary>Longer text is shown unrendered.</summary>
    private const int Longest = 1024 * 1024;

    public static RenderedDescription Render(string description)
    {
        if (description.Length > Longest)
        {
            return new(RenderedDescription.AsText(description), [new(null, "The description is too long for this page, which shows its source instead.")]);
        }

        var (verdict, tree) = RstReader.ReadTree(description);
        if (verdict.Problems.Count > 0)
        {
            return new(RenderedDescription.AsText(description), [.. verdict.Problems.Select(problem => new DescriptionNote(problem.Line, $"PyPI refuses the upload: {problem.Text}"))]);
        }

        var names = new RstNames(tree);
        var notes = RstTreeNotes.Find(tree, names);
        var writer = new RstWriter(names, notes);
        return new(DescriptionSanitizer.Clean(writer.Write(tree), writer.Marks), notes);
    }
}
