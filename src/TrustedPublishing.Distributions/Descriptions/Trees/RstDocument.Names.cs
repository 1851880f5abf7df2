namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>The identifiers and names of elements, and what becomes of a name that several elements have.</summary>
internal sealed partial class RstDocument
{
    private readonly Dictionary<string, bool> isExplicit = [];
    private int lastId;

    /// <summary>The element of each name; null if several elements have it.</summary>
    public Dictionary<string, RstNode?> Named { get; } = [];

    /// <summary>The identifier of each name; null if several elements have it.</summary>
    public Dictionary<string, int?> IdsByName { get; } = [];

    public Dictionary<int, RstNode> ById { get; } = [];

    /// <summary>Assigns an identifier to an element and its names.</summary>
    public int Identify(RstNode node)
    {
        if (node.Ids.Count == 0)
        {
            node.Ids.Add(++lastId);
        }

        foreach (var id in node.Ids)
        {
            ById.TryAdd(id, node);
        }

        foreach (var name in node.Names)
        {
            IdsByName[name] = node.Ids[^1];
        }

        return node.Ids[^1];
    }

    /// <summary>Registers the names of a title or of a link with an embedded address.</summary>
    public void AddImplicit(RstNode node, RstNode? around) => AddNames(node, around, isExplicit: false);

    /// <summary>Registers names that the author assigned explicitly.</summary>
    public void AddExplicit(RstNode node, RstNode? around) => AddNames(node, around, isExplicit: true);

    private void AddNames(RstNode node, RstNode? around, bool isExplicit)
    {
        foreach (var name in node.Names.ToArray())
        {
            if (Named.TryGetValue(name, out var other) && other != node)
            {
                Duplicate(node, other, name, around, isExplicit);
            }
            else
            {
                Named[name] = node;
                this.isExplicit.TryAdd(name, isExplicit);
            }
        }

        Identify(node);
    }

    /// <summary>
    /// The table in docutils' <c>document.set_duplicate_name</c>: only two explicit names are a problem, unless they have the same destination.
    /// </summary>
    private void Duplicate(RstNode node, RstNode? old, string name, RstNode? around, bool nowExplicit)
    {
        var wasExplicit = isExplicit[name];
        var isProblem = nowExplicit && wasExplicit && !LeadToTheSame(node, old);
        isExplicit[name] = wasExplicit || nowExplicit;
        if (LeadToTheSame(node, old))
        {
            Invalidate(node, name);
        }
        else if (nowExplicit && !wasExplicit)
        {
            Named[name] = node;
            if (old is null)
            {
                return;
            }

            Invalidate(old, name);
        }
        else
        {
            Invalidate(node, name);
            Unname(old, name, wasExplicit && !nowExplicit);
        }

        var message = isProblem ? reporter.Problem($"Duplicate explicit target name: \"{name}\".", node) : RstReporter.Notice();
        if (around is not null && RstKinds.HoldsBody(around.Kind))
        {
            around.Add(message);
        }
    }

    private static bool LeadToTheSame(RstNode node, RstNode? old) => old is not null
        && ((node.ReferenceName is { } reference && reference == old.ReferenceName) || (node.Address is { } address && address == old.Address));

    private void Unname(RstNode? old, string name, bool isKept)
    {
        if (old is not null && !isKept)
        {
            Invalidate(old, name);
            (Named[name], IdsByName[name]) = (null, null);
        }
    }

    private static void Invalidate(RstNode node, string name)
    {
        node.DuplicateNames.Add(name);
        node.Names.Remove(name);
    }
}
