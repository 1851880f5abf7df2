using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Reports references without a destination.</summary>
internal static class RstDangling
{
    public static void Apply(RstDocument document)
    {
        foreach (var reference in document.All().Where(node => node.Kind is RstKind.Reference or RstKind.FootnoteReference or RstKind.CitationReference && !node.IsResolved))
        {
            if (reference.ReferenceName is not { } name || (document.IdsByName.TryGetValue(name, out var id) && id is not null))
            {
                continue;
            }

            document.Reporter.Problem(document.IdsByName.ContainsKey(name)
                ? $"Duplicate target name, cannot be used as a unique reference: \"{name}\"."
                : $"Unknown target name: \"{name}\".", reference);
        }
    }
}
