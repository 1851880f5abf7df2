using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Moves the names of a target without a destination to the element after it.</summary>
internal static class RstTargetNames
{
    public static void Propagate(RstDocument document)
    {
        // From last to first, so that names move to where the names of the following targets went, and not from one target to the next.
        Dictionary<RstNode, RstNode> holders = [];
        foreach (var target in document.All(RstKind.Target).Reverse().ToList())
        {
            if (target.Parent is { } parent && RstKinds.HoldsText(parent.Kind) || target.ReferenceId is not null || target.Address is not null || target.ReferenceName is not null)
            {
                continue;
            }

            if (Following(target) is { } next && (next.Kind == RstKind.Target || !(RstKinds.IsInvisible(next.Kind) || RstKinds.IsTargetable(next.Kind))))
            {
                Move(document, target, next, holders[target] = holders.GetValueOrDefault(next, next));
            }
        }
    }

    private static RstNode? Following(RstNode target)
    {
        var next = target.Next(descends: true);
        while (next?.Kind == RstKind.SystemMessage)
        {
            next = next.Next(descends: false);
        }

        return next;
    }

    private static void Move(RstDocument document, RstNode target, RstNode next, RstNode holder)
    {
        holder.Ids.AddRange(target.Ids);
        holder.Names.AddRange(target.Names);
        foreach (var id in target.Ids)
        {
            document.ById[id] = holder;
        }

        if (target.Parent is { Kind: RstKind.Figure } figure && next.Kind == RstKind.Caption)
        {
            figure.Remove(target);
            return;
        }

        target.ReferenceId = target.Ids[0];
        target.Ids.Clear();
        target.Names.Clear();
        document.AddReferenceById(target);
    }
}
