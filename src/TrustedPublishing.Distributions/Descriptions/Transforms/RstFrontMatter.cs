using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>A section that is all of the document gives its title to the document, and the only section in that its subtitle. PyPI shows neither.</summary>
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
