using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>A transition must be between other elements; at the end of a section it moves to the parent.</summary>
internal static class RstTransitions
{
    public static void Apply(RstDocument document)
    {
        foreach (var transition in document.All(RstKind.Transition).ToList())
        {
            if (transition.Parent is { } parent)
            {
                Check(document, transition, parent);
            }
        }
    }

    private static void Check(RstDocument document, RstNode transition, RstNode parent)
    {
        var (siblings, index) = (parent.Children, transition.Index);
        var follows = index > 0 && siblings[index - 1].Kind == RstKind.Transition;
        var begins = siblings.Take(index).All(sibling => RstKinds.IsIgnoredByTransitions(sibling.Kind));
        var ends = siblings.Skip(index + 1).All(sibling => RstKinds.IsIgnoredByTransitions(sibling.Kind));
        if (ends && !MoveUp(transition, parent))
        {
            document.Reporter.Problem("Transition at the end of the document.", transition);
        }

        if (begins)
        {
            document.Reporter.Problem($"Transition at the start of the {(transition.Parent!.Kind == RstKind.Document ? "document" : "section")}.", transition);
        }
        else if (follows)
        {
            document.Reporter.Problem("At least one body element should separate transitions.", transition);
        }
    }

    private static bool MoveUp(RstNode transition, RstNode sibling)
    {
        for (; sibling.Parent is { } parent; sibling = parent)
        {
            if (sibling.Index < parent.Children.Count - 1)
            {
                transition.Parent!.Remove(transition);
                parent.Insert(sibling.Index + 1, transition);
                return true;
            }
        }

        return false;
    }
}
