using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>The root of a document, with the names in it and the references to them.</summary>
internal sealed class RstDocument(RstReporter reporter, RstPosition position) : RstNode(RstKind.Document)
{
    private readonly Dictionary<string, bool> isExplicit = [];
    private int lastId;

    public RstReporter Reporter => reporter;

    public RstPosition Position => position;

    /// <summary>The element of each name; null when several have it.</summary>
    public Dictionary<string, RstNode?> Named { get; } = [];

    /// <summary>The identifier of each name; null when several elements have it.</summary>
    public Dictionary<string, int?> IdsByName { get; } = [];

    public Dictionary<int, RstNode> ById { get; } = [];

    public Dictionary<string, List<RstNode>> References { get; } = [];

    public Dictionary<int, List<RstNode>> ReferencesById { get; } = [];

    public List<RstNode> IndirectTargets { get; } = [];

    public Dictionary<string, RstNode> Substitutions { get; } = [];

    /// <summary>Names of substitutions by their form without capitals.</summary>
    public Dictionary<string, string> SubstitutionNames { get; } = [];

    public RstNotes Notes { get; } = new();

    /// <summary>What is to be done after reading, in that order.</summary>
    public List<RstPending> Pending { get; } = [];

    /// <summary>The header or footer of each page, which is made on demand.</summary>
    public RstNode Page(RstKind kind)
    {
        var decoration = Children.Find(child => child.Kind == RstKind.Decoration);
        if (decoration is null)
        {
            decoration = new(RstKind.Decoration);
            Insert(Children.TakeWhile(child => child.Kind is RstKind.Title or RstKind.Subtitle or RstKind.Rubric or RstKind.Meta).Count(), decoration);
        }

        var page = decoration.Children.Find(child => child.Kind == kind);
        if (page is null)
        {
            page = new(kind);
            decoration.Insert(kind == RstKind.Header ? 0 : decoration.Children.Count, page);
        }

        return page;
    }

    /// <summary>Gives an element an identifier, and its names the same.</summary>
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

    /// <summary>Takes note of the names of a title or of a link with an address in it.</summary>
    public void AddImplicit(RstNode node, RstNode? around) => AddNames(node, around, isExplicit: false);

    /// <summary>Takes note of the names that the author gave something.</summary>
    public void AddExplicit(RstNode node, RstNode? around) => AddNames(node, around, isExplicit: true);

    public void AddReference(RstNode node) => Add(References, node.ReferenceName!, node);

    public void AddReferenceById(RstNode node) => Add(ReferencesById, node.ReferenceId!.Value, node);

    public void AddIndirectTarget(RstNode target)
    {
        IndirectTargets.Add(target);
        if (target.Names.Count > 0)
        {
            AddReference(target);
        }
    }

    public void AddSubstitution(RstNode definition, string name)
    {
        name = RstText.Spaced(name);
        if (Substitutions.ContainsKey(name))
        {
            reporter.Problem($"Duplicate substitution definition name: \"{name}\".", definition);
        }

        Substitutions[name] = definition;
        SubstitutionNames[RstText.Normal(name)] = name;
    }

    public static void Add<TKey>(Dictionary<TKey, List<RstNode>> lists, TKey key, RstNode node)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(node);
    }

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

    /// <summary>The table in docutils' <c>document.set_duplicate_name</c>; only two explicit names are a problem, and not if they lead to the same place.</summary>
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
