using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>The root of a document, with its names and references.</summary>
internal sealed partial class RstDocument(RstReporter reporter, RstPosition position) : RstNode(RstKind.Document)
{
    public RstReporter Reporter => reporter;

    public RstPosition Position => position;

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
}
