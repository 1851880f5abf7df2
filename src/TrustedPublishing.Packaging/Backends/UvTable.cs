using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>uv_build repeats the names of people who have an address in <c>Author</c> and <c>Maintainer</c>.</summary>
internal static class UvTable
{
    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        foreach (var key in new[] { "authors", "maintainers" })
        {
            if (project.Find(key) is { Items: { } people } node)
            {
                project.Supply(key, new(node.Path, node.Key) { Items = [.. people.SelectMany(person => Name(person).Append(person))] });
            }
        }
    }

    private static IEnumerable<TomlNode> Name(TomlNode person) =>
        person.Find("name") is { } name && person.Find("email") is not null ? [person.With([KeyValuePair.Create("name", name)])] : [];
}
