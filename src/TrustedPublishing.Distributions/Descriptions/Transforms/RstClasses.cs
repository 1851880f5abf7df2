using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Applies the class of a <c>class</c> directive to the element that follows it.</summary>
internal static class RstClasses
{
    public static void Apply(RstDocument document)
    {
        List<RstNode> waiting = [.. document.Pending.Where(pending => pending.Work == RstPendingWork.Class).Select(pending => pending.Node)];
        Dictionary<RstNode, RstNode?> followers = [];
        foreach (var pending in waiting.AsEnumerable().Reverse())
        {
            followers[pending] = Follower(pending, followers);
        }

        foreach (var pending in waiting)
        {
            followers[pending]?.Classes.AddRange(pending.Classes);
            if (followers[pending] is null)
            {
                document.Reporter.Problem($"No suitable element following \"{pending.Source}\" directive", pending.Line ?? document.Reporter.Root?.NumberInDocument);
            }
        }
    }

    /// <summary>The next visible element. The result for one directive is reused for those before it.</summary>
    private static RstNode? Follower(RstNode pending, Dictionary<RstNode, RstNode?> known)
    {
        var next = pending.Next(descends: false);
        while (next is not null && (RstKinds.IsInvisible(next.Kind) || next.Kind == RstKind.SystemMessage))
        {
            if (known.TryGetValue(next, out var follower))
            {
                return follower;
            }

            next = next.Next(descends: false);
        }

        return next;
    }
}
