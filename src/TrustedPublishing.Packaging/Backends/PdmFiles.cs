using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The files that pdm-backend ships (<see href="https://backend.pdm-project.org/build_config/"/>): <c>includes</c>, or every top-level package,
/// or the modules; in the sdist also <c>source-includes</c>, by default <c>tests</c>.
/// </summary>
internal static class PdmFiles
{
    private const GlobRules Rules = GlobRules.Sets | GlobRules.SkipsHidden;

    public static Selection Select(ProjectTree tree, TomlNode? table, StaticProject project, FindingList complaints)
    {
        var reading = new TableReading(table?.Find("build"), complaints);
        var selection = new Selection(tree);
        var root = Root(tree, reading, complaints);
        var sources = Patterns(reading, "source-includes") is { Count: > 0 } stated ? stated : ["tests"];
        var includes = Patterns(reading, "includes") is { Count: > 0 } named ? named : Packages(tree, root);
        string[] excludes = [".pdm-build", .. Patterns(reading, "excludes")];
        var wheel = Files(tree, [.. includes, .. sources], [.. excludes, .. sources]).ToList();
        if (wheel.Count == 0)
        {
            complaints.Add(Diagnostics.Packages(root, project.Name, []));
        }

        foreach (var file in wheel)
        {
            selection.AddToWheel(ProjectPath.Below(root, file), file);
        }

        foreach (var (scheme, target, file) in WheelData(tree, reading.Table("wheel-data")))
        {
            selection.AddToWheel($"{project.Stem}.data/{scheme}/{target}", file);
        }

        selection.AddToSdist(Files(tree, [.. includes, .. sources], excludes).Concat(project.ReferencedFiles));
        return selection;
    }

    private static IReadOnlyList<string> Patterns(TableReading reading, string key) => [.. reading.Texts(key).Select(node => node.Text!)];

    private static string Root(ProjectTree tree, TableReading reading, FindingList complaints)
    {
        if (reading.Text("package-dir") is { } stated)
        {
            if (ProjectPath.Normalize(stated.Text!) is { } root)
            {
                return root;
            }

            complaints.Add(Diagnostics.OutsideProject(stated, stated.Text!));
        }

        var (includes, excludes) = (Patterns(reading, "includes"), Patterns(reading, "excludes"));
        var isUnderSrc = includes.Any(pattern => ProjectPath.Normalize(pattern) is { } path && (path == "src" || path.StartsWith("src/", StringComparison.Ordinal)));
        return (tree.Folder.HasFolder("src") && includes.Count == 0) || (isUnderSrc && !excludes.Any(pattern => pattern is "src" or "src/")) ? "src" : "";
    }

    /// <summary>All top-level packages; if there are none, the modules.</summary>
    private static List<string> Packages(ProjectTree tree, string root)
    {
        var packages = tree.FoldersIn(root)
            .Where(folder => tree.HasFile($"{folder}/__init__.py") || (folder.EndsWith("-stubs", StringComparison.Ordinal) && tree.HasFile($"{folder}/__init__.pyi")))
            .ToList();
        return packages.Count > 0 ? packages : [ProjectPath.Join(root, "*.py")];
    }

    private static IEnumerable<string> Files(ProjectTree tree, IReadOnlyList<string> includes, IReadOnlyList<string> excludes)
    {
        var (included, excluded) = (Paths(tree, includes), Paths(tree, excludes));
        foreach (var (path, pattern) in included)
        {
            if (excluded.TryGetValue(path, out var other))
            {
                _ = Weight(pattern).CompareTo(Weight(other)) <= 0 ? included.Remove(path) : excluded.Remove(path);
            }
        }

        return included.Keys.SelectMany(path => tree.HasFile(path) ? [path] : tree.Under(path).Where(file => !IsExcluded(file))).Distinct();

        bool IsExcluded(string file) => excluded.Keys.Any(path => file == path || file.StartsWith(path + "/", StringComparison.Ordinal));
    }

    /// <summary>The files and folders that match the patterns, each with the last matching pattern.</summary>
    private static Dictionary<string, string> Paths(ProjectTree tree, IReadOnlyList<string> patterns)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pattern in patterns.Order(StringComparer.Ordinal))
        {
            if (ProjectPath.Normalize(pattern) is not { } normal)
            {
                continue;
            }

            var glob = new Glob(normal, Rules);
            foreach (var path in glob.IsWild ? tree.Folders.Concat(tree.Files).Where(glob.IsMatch) : [normal])
            {
                paths[path] = pattern;
            }
        }

        return paths;
    }

    /// <summary>If a path is both included and excluded, the more specific pattern wins: more folders, then fewer wildcards.</summary>
    private static (int Depth, int Exactness) Weight(string pattern)
    {
        var parts = pattern.Split('/').Where(part => part is not ("" or ".")).ToArray();
        return (parts.Length, -parts.Sum(part => part == "**" ? 2 : part.AsSpan().ContainsAny('*', '?', '[') ? 1 : 0));
    }

    private static IEnumerable<(string Scheme, string Target, string File)> WheelData(ProjectTree tree, TableReading? reading) =>
        from scheme in reading?.Keys ?? []
        from item in reading!.Node(scheme)!.Items ?? []
        let pattern = item.Text ?? item.Find("path")?.Text ?? ""
        let relativeTo = ProjectPath.Normalize(item.Find("relative-to")?.Text ?? "") ?? ""
        from file in tree.Matches(ProjectPath.Normalize(pattern) ?? "", Rules)
        select (scheme, relativeTo.Length > 0 ? ProjectPath.Below(relativeTo, file) : ProjectPath.Name(file), file);
}
