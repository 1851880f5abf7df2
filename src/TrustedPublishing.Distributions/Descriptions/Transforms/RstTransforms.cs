using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>The transforms that docutils applies after parsing, in its order, as far as they can report problems.</summary>
internal static class RstTransforms
{
    public static void Apply(RstDocument document)
    {
        RstClasses.Apply(document);
        new RstSubstitution(document).Apply();
        RstTargetNames.Propagate(document);
        RstFrontMatter.Promote(document);
        new RstDocInfo(document).Apply();
        RstAnonymous.Apply(document);
        new RstIndirect(document).Apply();
        RstFootnotes.Apply(document);
        RstContents.Apply(document);
        RemoveComments(document);
        RstTransitions.Apply(document);
        RstDangling.Apply(document);
        RstQuotationMarks.Apply(document);
        RstEmbedded.Apply(document);
    }

    private static void RemoveComments(RstNode node)
    {
        foreach (var parent in node.All().Where(node => node.Children.Exists(child => child.Kind == RstKind.Comment)).ToList())
        {
            parent.Children.RemoveAll(child => child.Kind == RstKind.Comment);
        }
    }
}
