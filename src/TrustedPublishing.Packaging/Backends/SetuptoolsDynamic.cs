using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// <c>tool.setuptools.dynamic</c> (<see href="https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata"/>): values
/// from files, and a version from a module attribute with a literal value.
/// </summary>
internal static class SetuptoolsDynamic
{
    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        if (table?.Find("license-files") is { } licenses && project.Find("license-files") is null)
        {
            project.Supply("license-files", licenses);
        }

        if (project.Find("license-files") is null && SetuptoolsStubs.LicenseFiles(tree.Folder) is { } patterns)
        {
            project.Supply("license-files", new TomlNode("setup.cfg", null).With(patterns));
        }

        var dynamic = table?.Find("dynamic");
        foreach (var (key, node) in dynamic?.Members ?? [])
        {
            if (project.IsDynamic(key) && Value(project, tree, key, node, table!, complaints) is { } value)
            {
                project.Supply(key, value);
            }
        }

        FromSdist.Complete(project, tree, ["version"]);
    }

    private static TomlNode? Value(ProjectTable project, ProjectTree tree, string key, TomlNode node, TomlNode table, FindingList complaints)
    {
        if (key == "version" && node.Find("attr") is { Text: { } attribute } attr)
        {
            var name = project.Name ?? "";
            return Attribute(tree, SetuptoolsLayout.Read(tree, table, name, new("")), attribute) is { } version ? attr.With(version) : null;
        }

        return key switch
        {
            "version" or "description" => Text(project, tree, node, complaints) is { } text ? node.With(text.Trim()) : null,
            "classifiers" => Text(project, tree, node, complaints) is { } text ? node.With(text.Split('\n').Where(line => line.Length > 0)) : null,
            "dependencies" => Text(project, tree, node, complaints) is { } text ? node.With(Requirements(text)) : null,
            "optional-dependencies" => node.With((node.Members ?? []).Select(extra =>
                KeyValuePair.Create(extra.Key, extra.Value.With(Requirements(Text(project, tree, extra.Value, complaints) ?? ""))))),
            "readme" => Readme(node),
            _ => null,
        };
    }

    private static string? Attribute(ProjectTree tree, SetuptoolsLayout layout, string attribute)
    {
        var (module, name) = attribute.LastIndexOf('.') is >= 0 and var dot ? (attribute[..dot], attribute[(dot + 1)..]) : ("__init__", attribute);
        return ModuleAttribute.Read(tree, layout.Folder(module), name);
    }

    /// <summary>The texts of the files, joined by line feeds; null if the table names none.</summary>
    private static string? Text(ProjectTable project, ProjectTree tree, TomlNode node, FindingList complaints)
    {
        var file = node.Find("file");
        List<TomlNode> items = file is { Text: not null } ? [file] : file?.Items ?? [];
        var texts = items.Select(item => tree.Folder.ReadText(item, item.Text ?? "", complaints)).ToList();
        project.Refer(items.Select(item => ProjectPath.Normalize(item.Text ?? "") ?? "").Where(tree.HasFile));
        return items.Count == 0 ? null : string.Join('\n', texts);
    }

    /// <summary>setuptools treats text without a content type as reStructuredText.</summary>
    private static TomlNode Readme(TomlNode node) => node.Find("content-type") is not null
        ? node
        : node.With((node.Members ?? []).Append(KeyValuePair.Create("content-type", node.With("text/x-rst"))));

    /// <summary>A requirements file without options: one requirement per line, comments, lines joined by a backslash.</summary>
    private static IEnumerable<string> Requirements(string text) => text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n')
        .Select(line => line.Split(" #")[0].Trim()).Where(line => line.Length > 0 && line[0] != '#');
}
