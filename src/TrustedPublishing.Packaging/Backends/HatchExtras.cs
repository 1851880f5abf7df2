using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// An extra that refers to the project itself with another extra, such as <c>greeter[cli]</c>, is replaced with that extra's requirements.
/// </summary>
internal static class HatchExtras
{
    public static void Complete(ProjectTable project)
    {
        var (node, name) = (project.Find("optional-dependencies"), project.Name ?? "");
        if (node?.Members is not { } extras || !extras.Values.SelectMany(Items).Any(item => Own(item, name) is not null))
        {
            return;
        }

        var byName = extras.DistinctBy(extra => ProjectName.Normalize(extra.Key)).ToDictionary(extra => ProjectName.Normalize(extra.Key), extra => extra.Value);
        project.Supply("optional-dependencies", node.With(extras.Select(extra => KeyValuePair.Create(extra.Key, Resolved(extra.Key, extra.Value)))));

        TomlNode Resolved(string extra, TomlNode stated) => new(stated.Path, stated.Key)
        {
            Items = [.. HatchExtras.Resolved(ProjectName.Normalize(extra), byName, name, []).DistinctBy(item => item.Text)],
        };
    }

    private static IEnumerable<TomlNode> Resolved(string extra, Dictionary<string, TomlNode> extras, string projectName, HashSet<string> visited)
    {
        if (!visited.Add(extra) || !extras.TryGetValue(extra, out var node))
        {
            yield break;
        }

        foreach (var item in Items(node))
        {
            if (Own(item, projectName) is not { } others)
            {
                yield return item;
                continue;
            }

            foreach (var inherited in others.SelectMany(other => Resolved(ProjectName.Normalize(other), extras, projectName, visited)))
            {
                yield return inherited;
            }
        }
    }

    private static IReadOnlyList<TomlNode> Items(TomlNode extra) => extra.Items ?? [];

    /// <summary>The extras in a requirement on the project itself; null for other requirements.</summary>
    private static IReadOnlyList<string>? Own(TomlNode item, string projectName) =>
        item.Text is { } text && Requirement.TryParse(text, out var requirement, out _) && ProjectName.Normalize(requirement.Name) == ProjectName.Normalize(projectName)
            ? requirement.Extras
            : null;
}
