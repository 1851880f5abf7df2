using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Replaces substitution references with the content of their definitions.</summary>
internal sealed class RstSubstitution(RstDocument document)
{
    private const int LongestText = 10_000;

    /// <summary>Nested definitions can grow without bounds.</summary>
    private const int MostNodes = 200_000;

    private readonly List<RstNode> references = [.. document.All(RstKind.SubstitutionReference)];
    private readonly Dictionary<string, HashSet<string>> nested = [];
    private readonly Dictionary<RstNode, RstNode> origins = [];
    private int nodes;

    public void Apply()
    {
        for (var i = 0; i < references.Count && !document.Reporter.IsFull; i++)
        {
            if (nodes > MostNodes)
            {
                document.Reporter.Problem("The substitutions are too many.");
                return;
            }

            Replace(references[i]);
        }
    }

    private string? Key(string name) => document.Substitutions.ContainsKey(name) ? name : document.SubstitutionNames.GetValueOrDefault(name.ToLowerInvariant());

    private void Replace(RstNode reference)
    {
        var name = reference.ReferenceName!;
        if (Key(name) is not { } key)
        {
            Failed(reference, $"Undefined substitution referenced: \"{name}\".", reference);
        }
        else if (PythonText.Length(document.Substitutions[key].Plain()) > LongestText)
        {
            Failed(reference, $"Substitution definition \"{key}\" exceeds the line-length-limit.", null);
        }
        else
        {
            var copy = document.Substitutions[key].Copy();
            nodes += copy.All().Count();
            if (IsCircular(copy, key, reference))
            {
                Circular(reference, name);
                return;
            }

            reference.ReplaceSelf(copy.Children.ToArray());
            foreach (var link in copy.Children.Where(node => node.Kind is RstKind.Reference or RstKind.FootnoteReference or RstKind.CitationReference && node.ReferenceName is not null))
            {
                document.AddReference(link);
            }
        }
    }

    private bool IsCircular(RstNode copy, string key, RstNode reference)
    {
        foreach (var inner in copy.All(RstKind.SubstitutionReference))
        {
            if (Key(inner.ReferenceName!) is { } name)
            {
                var within = nested.TryGetValue(name, out var known) ? known : nested[name] = [];
                if (within.Contains(name))
                {
                    return true;
                }

                within.Add(key);
            }

            origins[inner] = reference;
            references.Add(inner);
        }

        return false;
    }

    private void Circular(RstNode reference, string name)
    {
        if (reference.Parent is { Kind: RstKind.SubstitutionDefinition } definition)
        {
            definition.ReplaceSelf(document.Reporter.Problem("Circular substitution definition detected:", definition));
            return;
        }

        var origin = reference;
        while (origins.TryGetValue(origin, out var outer))
        {
            origin = outer;
        }

        Failed(reference, $"Circular substitution definition referenced: \"{name}\".", origin);
    }

    private void Failed(RstNode reference, string problem, RstNode? about)
    {
        _ = about is null ? document.Reporter.Problem(problem) : document.Reporter.Problem(problem, about);
        reference.ReplaceSelf(new RstNode(RstKind.Problematic));
    }
}
