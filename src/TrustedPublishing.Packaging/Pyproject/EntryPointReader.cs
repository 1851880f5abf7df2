using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>scripts</c>, <c>gui-scripts</c> and <c>entry-points</c> (<see href="https://packaging.python.org/specifications/entry-points/"/>).</summary>
internal static partial class EntryPointReader
{
    public static IReadOnlyList<EntryPointGroup> Read(TableReading reading, FindingList complaints)
    {
        List<EntryPointGroup> groups =
        [
            Group("console_scripts", reading, "scripts", complaints),
            Group("gui_scripts", reading, "gui-scripts", complaints),
        ];
        var others = reading.Table("entry-points");
        foreach (var name in others?.Keys ?? [])
        {
            if (name is "console_scripts" or "gui_scripts" || !GroupName().IsMatch(name))
            {
                complaints.Add(Diagnostics.EntryPointGroup(others!.Node(name)!, name));
            }
            else
            {
                groups.Add(Group(name, others!, name, complaints));
            }
        }

        return [.. groups.Where(group => group.EntryPoints.Count > 0)];
    }

    private static EntryPointGroup Group(string group, TableReading reading, string key, FindingList complaints)
    {
        var isScript = group is "console_scripts" or "gui_scripts";
        var entries = reading.TextTable(key);
        foreach (var (name, node) in entries)
        {
            if (!(isScript ? ScriptName() : EntryName()).IsMatch(name))
            {
                complaints.Add(Diagnostics.EntryPointName(node, name, isScript));
            }

            if (!(isScript ? ScriptReference() : Reference()).IsMatch(node.Text!))
            {
                complaints.Add(Diagnostics.EntryPointReference(node, isScript));
            }
        }

        return new(group, [.. entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text!.Trim()))]);
    }

    [GeneratedRegex(@"\A\w+(?:\.\w+)*\z")]
    private static partial Regex GroupName();

    /// <summary>PyPI has checked script names in this way since 2026-05-18.</summary>
    [GeneratedRegex(@"\A[\w.-]+\z")]
    private static partial Regex ScriptName();

    [GeneratedRegex(@"\A[^\s=\[][^=\r\n]*(?<!\s)\z")]
    private static partial Regex EntryName();

    [GeneratedRegex(@"\A[ \t]*[^\W\d]\w*(?:\.[^\W\d]\w*)*[ \t]*:[ \t]*[^\W\d]\w*(?:\.[^\W\d]\w*)*[ \t]*(?:\[[\w \t.,-]*\][ \t]*)?\z")]
    private static partial Regex ScriptReference();

    [GeneratedRegex(@"\A[ \t]*[^\W\d]\w*(?:\.[^\W\d]\w*)*[ \t]*(?::[ \t]*[^\W\d]\w*(?:\.[^\W\d]\w*)*[ \t]*)?(?:\[[\w \t.,-]*\][ \t]*)?\z")]
    private static partial Regex Reference();
}
