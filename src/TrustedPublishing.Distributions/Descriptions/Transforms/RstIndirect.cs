using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Resolves targets that point to other targets.</summary>
internal sealed class RstIndirect(RstDocument document)
{
    /// <summary>Longer chains exceed Python's stack.</summary>
    private const int LongestChain = 900;

    private readonly HashSet<RstNode> open = [];

    public void Apply()
    {
        foreach (var target in document.IndirectTargets)
        {
            if (!target.IsResolved)
            {
                Resolve(target);
            }

            ResolveReferences(target);
        }
    }

    private void Resolve(RstNode target)
    {
        var (name, id) = (target.ReferenceName, target.ReferenceId);
        var destination = id is { } known ? document.ById.GetValueOrDefault(known) : name is null ? null : document.Named.GetValueOrDefault(name);
        id ??= destination is null ? null : document.IdsByName.GetValueOrDefault(name!) ?? document.Identify(destination);
        if (destination is null)
        {
            Missing(target);
            return;
        }

        if (destination is { Kind: RstKind.Target, IsResolved: false, ReferenceName: not null })
        {
            if (open.Count > LongestChain || !open.Add(target))
            {
                Failed(target, "forming a circular reference");
                return;
            }

            Resolve(destination);
            open.Remove(target);
        }

        Link(target, destination, id);
    }

    private void Link(RstNode target, RstNode destination, int? id)
    {
        if (destination.Address is not null)
        {
            (target.Address, target.ReferenceId) = (destination.Address, null);
        }
        else if ((destination.ReferenceId ?? (destination.Ids.Count > 0 ? id : null)) is { } found)
        {
            target.ReferenceId = found;
            document.AddReferenceById(target);
        }
        else
        {
            Missing(target);
            return;
        }

        (target.ReferenceName, target.IsResolved) = (null, true);
    }

    private void ResolveReferences(RstNode first)
    {
        var waiting = new Stack<RstNode>([first]);
        while (waiting.TryPop(out var target))
        {
            if (target.ReferenceId is null && target.Address is null)
            {
                continue;
            }

            var references = target.Names.SelectMany(name => document.References.GetValueOrDefault(name) ?? [])
                .Concat(target.Ids.SelectMany(id => document.ReferencesById.GetValueOrDefault(id) ?? []));
            foreach (var reference in references.Where(reference => !reference.IsResolved).ToList())
            {
                reference.ReferenceName = null;
                (reference.ReferenceId, reference.Address, reference.IsResolved) = (target.ReferenceId, target.Address, true);
                if (reference.Kind == RstKind.Target)
                {
                    waiting.Push(reference);
                }
            }
        }
    }

    private void Missing(RstNode target) =>
        Failed(target, document.Named.TryGetValue(target.ReferenceName ?? "", out var named) && named is null
            ? "which is a duplicate, and cannot be used as a unique reference" : "which does not exist");

    private void Failed(RstNode target, string explanation)
    {
        var name = target.Names.Count == 0 ? "" : $"\"{target.Names[0]}\" ";
        var known = target.Names.Concat(target.DuplicateNames).FirstOrDefault();
        var id = known is null ? "" : $"(id=\"user-content-{RstText.Identifier($"x{known}")[1..]}\")";
        document.Reporter.Problem($"Indirect hyperlink target {name}{id} refers to target \"{target.ReferenceName}\", {explanation}.", target);
        foreach (var reference in target.Names.SelectMany(own => document.References.GetValueOrDefault(own) ?? [])
            .Concat(target.Ids.SelectMany(own => document.ReferencesById.GetValueOrDefault(own) ?? [])).Distinct())
        {
            reference.ReplaceSelf(new RstNode(RstKind.Problematic));
        }

        target.IsResolved = true;
    }
}
