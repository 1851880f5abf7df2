using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>
/// Promotes the title of a section that spans the whole document to the document's title, and that of its only subsection to the subtitle. PyPI shows
/// neither.
/// </summary>
internal static class RstFrontMatter
{
    public static void Promote(RstDocument document)
    {
        if (Only(document) is not { } section)
        {
            return;
        }

        Replace(document, section, RstKind.Title, 0);
        if (Only(document) is { } subsection)
        {
            Replace(document, subsection, RstKind.Subtitle, 1);
        }
    }

    private static RstNode? Only(RstDocument document) =>
        document.Children.Find(child => !RstKinds.IsPreBibliographic(child.Kind)) is { Kind: RstKind.Section } section && section == document.Children[^1] ? section : null;

    private static void Replace(RstDocument document, RstNode section, RstKind kind, int index)
    {
        document.Remove(section);
        document.Insert(index, RstNode.Create(kind, section.Children[0].Children).At(section.Children[0].Line));
        document.AddAll(section.Children.Skip(1));
    }
}
