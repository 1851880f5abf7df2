using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Removes an empty table of contents.</summary>
internal static class RstContents
{
    public static void Apply(RstDocument document)
    {
        foreach (var (topic, _, isLocal) in document.Pending.Where(pending => pending.Work == RstPendingWork.Contents))
        {
            var root = isLocal ? topic.Parent : document;
            while (root is not null and not { Kind: RstKind.Section or RstKind.Document })
            {
                root = root.Parent;
            }

            if (root?.Children.Exists(child => child.Kind == RstKind.Section) != true)
            {
                topic.Parent?.Remove(topic);
            }
        }
    }
}
