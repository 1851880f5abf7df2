using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>import-names</c> and <c>import-namespaces</c> (PEP 794).</summary>
internal static partial class ImportNameReader
{
    public static (IReadOnlyList<string>? Names, IReadOnlyList<string> Namespaces) Read(TableReading reading, FindingList complaints)
    {
        var (names, spaces) = (reading.Texts("import-names"), reading.Texts("import-namespaces"));
        var known = new HashSet<string>();
        foreach (var node in names.Concat(spaces))
        {
            if (!Pattern().IsMatch(node.Text!))
            {
                complaints.Add(Diagnostics.InvalidImportName(node));
            }
            else if (!known.Add(Bare(node.Text!)))
            {
                complaints.Add(Diagnostics.ImportNameTwice(node));
            }
        }

        foreach (var node in names.Concat(spaces))
        {
            var parent = Parents(Bare(node.Text!)).FirstOrDefault(parent => !known.Contains(parent));
            if (parent is not null)
            {
                complaints.Add(Diagnostics.ImportNameParent(node, parent));
            }
        }

        return (reading.Node("import-names") is null ? null : Spelled(names), Spelled(spaces));
    }

    private static IReadOnlyList<string> Spelled(IReadOnlyList<TomlNode> nodes) =>
        [.. nodes.Select(node => node.Text!.Contains(';', StringComparison.Ordinal) ? $"{Bare(node.Text)}; private" : node.Text.Trim())];

    private static string Bare(string name) => name.Split(';')[0].Trim();

    private static IEnumerable<string> Parents(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            yield return name[..dot];
        }
    }

    [GeneratedRegex(@"\A\s*[^\W\d]\w*(?:\.[^\W\d]\w*)*\s*(?:;\s*private\s*)?\z")]
    private static partial Regex Pattern();
}
