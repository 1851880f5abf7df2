using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>The graph of <c>src/README.md</c> with the projects, and its tables that say which folder of a project uses which.</summary>
internal static partial class DrawnArrows
{
    private static readonly string Map = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "README.md"));

    /// <summary>Project → the projects that it uses.</summary>
    public static ILookup<string, string> ReadProjects()
    {
        var names = Node().Matches(Map).ToDictionary(node => node.Groups["id"].Value, node => node.Groups["project"].Value);
        return Edge().Matches(Map).ToLookup(edge => names[edge.Groups["from"].Value], edge => names[edge.Groups["to"].Value]);
    }

    /// <summary>Project → its arrows, as <c>From -> To</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        var arrows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (Match table in Table().Matches(Map))
        {
            arrows.Add(table.Groups["project"].Value, [.. table.Groups["row"].Captures.SelectMany(row => Row(row.Value))]);
        }

        return arrows;
    }

    private static IEnumerable<string> Row(string row)
    {
        string[] names = [.. Name().Matches(row).Select(match => match.Groups["name"].Value)];
        return names.Skip(1).Select(used => $"{names[0]} -> {used}");
    }

    [GeneratedRegex(@"^\| in `(?<project>[\w.]+)` \| uses \|\r?\n\|[-|]+\r?\n(?<row>\|[^\n]+\n?)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<id>\w+)\[""(?<project>[\w.]+): ", RegexOptions.ExplicitCapture)]
    private static partial Regex Node();

    [GeneratedRegex(@"^ +(?<from>\w+)(\[[^\]]*\])? --> (?<to>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Edge();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
