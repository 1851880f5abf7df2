using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>The root of a document, with its names and references.</summary>
internal sealed class RstDocument(RstReporter reporter, RstPosition position) : RstNode(RstKind.Document)
{
    private readonly Dictionary<string, bool> isExplicit = [];
    private int lastId;

    public RstReporter Reporter => reporter;

    public RstPosition Position => position;

    /// <summary>The element of each name; null if several elements have it.</summary>
    public Dictionary<string, RstNode?> Named { get; } = [];

    /// <summary>The identifier of each name; null if several elements have it.</summary>
    public Dictionary<string, int?> IdsByName { get; } = [];

    public Dictionary<int, RstNode> ById { get; } = [];

    public Dictionary<string, List<RstNode>> References { get; } = [];

    public Dictionary<int, List<RstNode>> ReferencesById { get; } = [];

    public List<RstNode> IndirectTargets { get; } = [];

    public Dictionary<string, RstNode> Substitutions { get; } = [];

    /// <summary>Names of substitutions by case-insensitive form.</summary>
    public Dictionary<string, string> SubstitutionNames { get; } = [];

    public RstNotes Notes { get; } = new();

    /// <summary>What remains to be done after parsing, in that order.</summary>
    public List<RstPending> Pending { get; } = [];

    /// <summary>The page header or footer, which is created on demand.</summary>
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
