using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>What docutils does with a document that has been read, in its order, as far as it can find problems.</summary>
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
