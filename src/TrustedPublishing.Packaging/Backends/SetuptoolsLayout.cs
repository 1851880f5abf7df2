using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>Where setuptools finds packages and modules: as configured, by <c>packages.find</c>, or by automatic discovery.</summary>
internal sealed class SetuptoolsLayout
{
    private readonly ProjectTree tree;
    private readonly Dictionary<string, string> folders;

    private SetuptoolsLayout(ProjectTree tree, Dictionary<string, string> folders, IReadOnlyList<string> packages, IReadOnlyList<string> modules) =>
        (this.tree, this.folders, Packages, Modules) = (tree, folders, packages, modules);

    /// <summary>All packages as dotted names, each listed without its sub-packages.</summary>
    public IReadOnlyList<string> Packages { get; }

    /// <summary>Modules outside the packages.</summary>
    public IReadOnlyList<string> Modules { get; }

    /// <summary>The folder of everything without an entry in <c>package-dir</c>.</summary>
    public string Root => folders.GetValueOrDefault("", "");

    /// <summary>The folder of a package or module: from the entry of <c>package-dir</c> for it, or for the nearest package above it.</summary>
    public string Folder(string name) => Folder(folders, name);

    public IEnumerable<string> SourcesOf(string package) => tree.FilesIn(Folder(package))
        .Where(file => file.EndsWith(".py", StringComparison.Ordinal) && !ProjectPath.Name(file).StartsWith('.') && file != "setup.py");

    public static SetuptoolsLayout Read(ProjectTree tree, TomlNode? table, string projectName, FindingList complaints)
    {
        var reading = new TableReading(table, complaints);
        var folders = Folders(reading, complaints);
        var packages = reading.Node("packages");
        var modules = reading.Node("py-modules");
        if (packages?.Members is not null)
        {
            var found = Find(tree, new(packages.Find("find"), complaints), folders, complaints);
            if (found is { Count: 0 } && modules is null)
            {
                complaints.Add(Diagnostics.Packages(folders.GetValueOrDefault("", ""), ProjectName.InFileName(projectName), []));
            }

            return new(tree, folders, found ?? [], Names(reading, "py-modules"));
        }

        if (packages is null && modules is null)
        {
            var discovered = SetuptoolsDiscovery.Discover(tree, folders, projectName, complaints);
            return new(tree, folders, discovered.Packages, discovered.Modules);
        }

        var stated = Names(reading, "packages");
        if (folders.Count == 0 && stated.Concat(Names(reading, "py-modules")).All(name => !Exists(tree, folders, name) && Exists(tree, new() { [""] = "src" }, name)))
        {
            folders[""] = "src";
        }

        foreach (var name in stated.Where(name => !tree.Folders.Contains(Folder(folders, name))))
        {
            complaints.Add(Diagnostics.NoSuchPackage(packages!, Folder(folders, name)));
        }

        return new(tree, folders, stated, Names(reading, "py-modules"));
    }

    private static bool Exists(ProjectTree tree, Dictionary<string, string> folders, string name) =>
        tree.Folders.Contains(Folder(folders, name)) || tree.HasFile(Folder(folders, name) + ".py");

    private static IReadOnlyList<string> Names(TableReading reading, string key) => [.. reading.Texts(key).Select(node => node.Text!)];

    private static Dictionary<string, string> Folders(TableReading reading, FindingList complaints)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (package, node) in reading.TextTable("package-dir"))
        {
            if (ProjectPath.Normalize(node.Text!) is { } folder)
            {
                folders[package] = folder;
            }
            else
            {
                complaints.Add(Diagnostics.OutsideProject(node, node.Text!));
            }
        }

        return folders;
    }

    private static string Folder(Dictionary<string, string> folders, string name)
    {
        var parts = name.Split('.');
        for (var count = parts.Length; count > 0; count--)
        {
            if (folders.TryGetValue(string.Join('.', parts[..count]), out var folder))
            {
                return ProjectPath.Join(folder, string.Join('/', parts[count..]));
            }
        }

        return ProjectPath.Join(folders.GetValueOrDefault("", ""), string.Join('/', parts));
    }

    /// <summary><c>packages.find</c>; packages that it finds below another folder are added to <c>package-dir</c>. Null after an error.</summary>
    private static List<string>? Find(ProjectTree tree, TableReading find, Dictionary<string, string> folders, FindingList complaints)
    {
        var where = find.Texts("where").DistinctBy(node => node.Text).ToList();
        var roots = where.Select(node => ProjectPath.Normalize(node.Text!)).ToList();
        if (roots.IndexOf(null) is >= 0 and var outside)
        {
            complaints.Add(Diagnostics.OutsideProject(where[outside], where[outside].Text!));
            return null;
        }

        if (roots is [{ Length: > 0 } only])
        {
            folders.TryAdd("", only);
        }

        var filter = new SetuptoolsFilter(Names(find, "include") is { Count: > 0 } include ? include : ["*"], ["ez_setup", "*__pycache__", .. Names(find, "exclude")]);
        var packages = new List<string>();
        foreach (var root in roots.Count == 0 ? [""] : roots)
        {
            var found = SetuptoolsDiscovery.PackagesBelow(tree, root!, filter, find.Literal("namespaces") != "false").ToList();
            packages.AddRange(found);
            var isElsewhere = root!.Length > 0 && folders.GetValueOrDefault("") != root;
            foreach (var top in found.Where(name => isElsewhere && !found.Exists(other => name.StartsWith(other + ".", StringComparison.Ordinal))))
            {
                folders[top] = ProjectPath.Join(root!, top.Replace('.', '/'));
            }
        }

        return packages;
    }
}
