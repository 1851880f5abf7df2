using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>The tables of <c>src/README.md</c> that say which folder of a project uses which.</summary>
internal static partial class DrawnArrows
{
    /// <summary>Project → its arrows, as <c>From -> To</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        var arrows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (Match table in Table().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "README.md"))))
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

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
