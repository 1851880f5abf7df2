using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Resolves anonymous references to anonymous targets, in order.</summary>
internal static class RstAnonymous
{
    public static void Apply(RstDocument document)
    {
        var references = document.All(RstKind.Reference).Count(node => node.IsAnonymous);
        var targets = document.All(RstKind.Target).Count(node => node.IsAnonymous);
        if (references != targets)
        {
            document.Reporter.Problem($"Anonymous hyperlink mismatch: {references} references but {targets} targets.\nSee \"backrefs\" attribute for IDs.");
        }
    }
}
