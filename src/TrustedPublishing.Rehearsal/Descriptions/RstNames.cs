using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>The identifiers of elements on the page, and the targets of references.</summary>
internal sealed class RstNames
{
    private const string Prefix = "user-content-";
    private const int LongestChain = 50;

    private readonly RstDocument document;
    private readonly Dictionary<RstNode, string> identifiers = [];
    private readonly HashSet<string> used = [];
    private readonly Dictionary<RstNode, RstNode> anonymous;

    public RstNames(RstDocument document)
    {
        this.document = document;
        anonymous = document.All(RstKind.Reference).Where(node => node.IsAnonymous)
            .Zip(document.All(RstKind.Target).Where(node => node.IsAnonymous)).ToDictionary();
    }

    /// <summary>The document, whose sections a table of contents lists.</summary>
    public RstDocument Document => document;

    /// <summary>The identifier of an element, derived from its name as in docutils.</summary>
    public string Identifier(RstNode node)
    {
        if (!identifiers.TryGetValue(node, out var known))
        {
            var name = node.Names.Concat(node.DuplicateNames).Select(RstText.Identifier).FirstOrDefault(name => name.Length > 0);
            known = name is null ? $"{Prefix}{Kind(node)}-1" : Prefix + name;
            for (var number = name is null ? 2 : 1; !used.Add(known); number++)
            {
                known = $"{Prefix}{name ?? Kind(node)}-{number}";
            }

            identifiers[node] = known;
        }

        return known;
    }

    private static string Kind(RstNode node) => node.Kind.ToString().ToLowerInvariant();

    /// <summary>The target of a reference; null if it has none.</summary>
    public string? Address(RstNode reference)
    {
        var node = anonymous.GetValueOrDefault(reference, reference);
        for (var steps = 0; steps < LongestChain; steps++)
        {
            if (node.Address is { } address)
            {
                return address;
            }

            var next = node.ReferenceId is { } id ? document.ById.GetValueOrDefault(id) : node.ReferenceName is { } name ? document.Named.GetValueOrDefault(name) : null;
            if (next is null || next == node)
            {
                break;
            }

            node = next;
        }

        return node == reference ? null : $"#{Identifier(node)}";
    }
}
