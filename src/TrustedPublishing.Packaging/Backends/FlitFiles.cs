using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The files that flit ships (<see href="https://flit.pypa.io/en/stable/pyproject_toml.html"/>). Wheel: the whole module or package, and the
/// external data. Sdist: the same, the files that <c>[project]</c> names, and <c>tool.flit.sdist</c>.
/// </summary>
internal static class FlitFiles
{
    private const GlobRules Rules = GlobRules.Sets | GlobRules.SkipsHidden;

    public static Selection Select(ProjectTree tree, TomlNode? table, StaticProject project, FindingList complaints)
    {
        var selection = new Selection(tree);
        if (FlitModule.Find(tree, table, project.Name, complaints) is not { } module)
        {
            return selection;
        }

        foreach (var file in module.Files(tree))
        {
            selection.AddToWheel(module.InWheel(file), file);
        }

        var reading = new TableReading(table, complaints);
        var data = Data(tree, reading.Table("external-data"), complaints).ToList();
        foreach (var (file, target) in data)
        {
            selection.AddToWheel($"{project.Stem}.data/data/{target}", file);
        }

        List<string> files = [.. module.Files(tree), .. data.Select(item => item.File), .. project.ReferencedFiles];
        selection.AddToSdist(OfSdist(tree, files, reading.Table("sdist")));
        return selection;
    }

    private static IEnumerable<(string File, string Target)> Data(ProjectTree tree, TableReading? reading, FindingList complaints)
    {
        if (reading?.Text("directory") is not { } node)
        {
            return [];
        }

        if (ProjectPath.Normalize(node.Text!) is not { Length: > 0 } folder)
        {
            complaints.Add(Diagnostics.OutsideProject(node, node.Text!));
            return [];
        }

        if (!tree.Folder.HasFolder(folder))
        {
            complaints.Add(Diagnostics.NoSuchFolder(node, folder));
        }

        return tree.Under(folder).Select(file => (file, ProjectPath.Below(folder, file)));
    }

    private static IEnumerable<string> OfSdist(ProjectTree tree, IReadOnlyList<string> files, TableReading? reading)
    {
        var included = (reading?.Texts("include") ?? []).SelectMany(pattern => Expand(tree, pattern.Text!));
        var excluded = (reading?.Texts("exclude") ?? []).SelectMany(pattern => Expand(tree, pattern.Text!)).ToHashSet();
        return files.Concat(included).Where(file => !excluded.Contains(file));
    }

    private static IEnumerable<string> Expand(ProjectTree tree, string pattern) =>
        ProjectPath.Normalize(pattern) is { } normal ? tree.Expand(normal, Rules) : [];
}
