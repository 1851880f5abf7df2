using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Reports images that should be embedded into the page: PyPI has no files to read.</summary>
internal static class RstEmbedded
{
    public static void Apply(RstDocument document)
    {
        foreach (var image in document.All().Where(node => node.Embedded is not null && !IsDefinition(node)))
        {
            document.Reporter.Problem($"Cannot embed image \"{image.Embedded}\":\nThere are no files to read.", image);
        }
    }

    private static bool IsDefinition(RstNode? node)
    {
        while (node is not null && node.Kind != RstKind.SubstitutionDefinition)
        {
            node = node.Parent;
        }

        return node is not null;
    }
}
