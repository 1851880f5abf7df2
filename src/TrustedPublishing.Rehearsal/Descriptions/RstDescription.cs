using TrustedPublishing.Distributions.Descriptions;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>reStructuredText as PyPI renders it (readme_renderer 45: docutils' HTML5 writer, of which the document's title is no part).</summary>
internal static class RstDescription
{
    /// <summary>Longer text is shown as it is written.</summary>
    private const int Longest = 1024 * 1024;

    public static RenderedDescription Render(string description)
    {
        if (description.Length > Longest)
        {
            return new(RenderedDescription.AsText(description), [new(null, "The description is too long for this page, which shows it as it is written.")]);
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
