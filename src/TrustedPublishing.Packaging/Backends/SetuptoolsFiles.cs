using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The files that setuptools ships. Wheel: the Python files of each package, its <c>package-data</c>, and the files that <c>MANIFEST.in</c> adds to
/// the packages' folders. Sdist: the same, some files with well-known names, and the files of <c>MANIFEST.in</c>.
/// </summary>
internal static class SetuptoolsFiles
{
    private static readonly string[] Tests = ["tests/test*.py", "test/test*.py"];

    private static readonly string[] Readmes = ["README", "README.rst", "README.txt", "README.md"];

    public static Selection Select(ProjectTree tree, TomlNode? table, StaticProject project, FindingList complaints)
    {
        var selection = new Selection(tree);
        var layout = SetuptoolsLayout.Read(tree, table, project.Name, complaints);
        var data = new SetuptoolsData(tree, layout, new(table, complaints));
        var modules = layout.Modules.SelectMany(name => Module(tree, layout, table, name, complaints)).ToList();
        var installed = DataFiles(tree, new(table, complaints)).ToList();
        foreach (var source in layout.Packages.SelectMany(package => tree.FilesIn(layout.Folder(package))).Where(SourceKinds.NeedsBuild))
        {
            complaints.Add(Diagnostics.NeedsBuild(source));
        }

        HashSet<string> sources =
        [
            .. layout.Packages.SelectMany(package => layout.SourcesOf(package).Concat(data.Stated(package))), .. modules, .. installed.Select(item => item.File),
        ];
        var listed = Listed(tree, project, layout, sources, complaints);
        selection.AddToSdist(listed.Where(file => !IsGenerated(file)));
        foreach (var package in layout.Packages)
        {
            foreach (var file in layout.SourcesOf(package).Concat(data.Stated(package)).Concat(data.Listed(package, listed)))
            {
                selection.AddToWheel(ProjectPath.Join(package.Replace('.', '/'), ProjectPath.Below(layout.Folder(package), file)), file);
            }
        }

        // The contents of such a folder are unknown, so it is reported.
        selection.AddToSdist(tree.ClosedFolders.Where(closed => layout.Packages.Any(package => closed.StartsWith(layout.Folder(package) + "/", StringComparison.Ordinal))));
        modules.ForEach(file => selection.AddToWheel(ProjectPath.Below(layout.Root, file), file));
        installed.ForEach(item => selection.AddToWheel($"{project.Stem}.data/data/{ProjectPath.Join(item.Folder, ProjectPath.Name(item.File))}", item.File));
        return selection;
    }

    /// <summary>setuptools regenerates these files during a build.</summary>
    private static bool IsGenerated(string file) => file.Contains(".egg-info/", StringComparison.Ordinal);

    private static IEnumerable<string> Module(ProjectTree tree, SetuptoolsLayout layout, TomlNode? table, string name, FindingList complaints)
    {
        var file = layout.Folder(name) + ".py";
        if (!tree.HasFile(file))
        {
            complaints.Add(Diagnostics.NoSuchPackage(table!.Find("py-modules")!, file));
            return [];
        }

        return [file];
    }

    /// <summary>
    /// The sdist's list, in setuptools' order: the defaults, <c>MANIFEST.in</c>, licences and similar files; except for what is never included.
    /// </summary>
    private static SortedSet<string> Listed(
        ProjectTree tree, StaticProject project, SetuptoolsLayout layout, IEnumerable<string> sources, FindingList complaints)
    {
        var list = new SortedSet<string>(sources, StringComparer.Ordinal);
        string[] usual = [.. Readmes.Where(tree.HasFile).Take(1), "setup.py", "setup.cfg", "MANIFEST.in"];
        list.UnionWith(usual.Where(tree.HasFile));
        list.UnionWith(Tests.SelectMany(pattern => tree.Matches(pattern, GlobRules.Sets | GlobRules.SkipsHidden)));
        list.UnionWith(FormerList(tree, layout, project));
        ManifestTemplate.Apply(tree, list, complaints);
        list.UnionWith(project.ReferencedFiles);
        list.RemoveWhere(file => file.StartsWith("build/", StringComparison.Ordinal) || file.StartsWith(project.Stem + "/", StringComparison.Ordinal));
        return list;
    }

    /// <summary>An unpacked sdist contains the list from which it was built.</summary>
    private static IEnumerable<string> FormerList(ProjectTree tree, SetuptoolsLayout layout, StaticProject project)
    {
        string[] names = [project.Name, project.Name.Replace('-', '_'), ProjectName.InFileName(project.Name)];
        var lists = names.Select(name => ProjectPath.Join(layout.Root, $"{name}.egg-info/SOURCES.txt"));
        return lists.Where(tree.HasFile).Take(1).SelectMany(list => (TextFiles.ReadUtf8(tree.Folder.Absolute(list)) ?? "").Split('\n'))
            .Select(line => ProjectPath.Normalize(line.Trim()) ?? "").Where(tree.HasFile);
    }

    private static IEnumerable<(string Folder, string File)> DataFiles(ProjectTree tree, TableReading reading) =>
        from folder in reading.Table("data-files")?.Keys ?? []
        from pattern in reading.Table("data-files")!.Texts(folder)
        from file in tree.Matches(ProjectPath.Normalize(pattern.Text!) ?? "", GlobRules.Sets | GlobRules.SkipsHidden)
        select (ProjectPath.Normalize(folder) ?? "", file);
}

/// <summary>The data files of packages: <c>package-data</c>, <c>exclude-package-data</c> and <c>include-package-data</c>.</summary>
internal sealed class SetuptoolsData(ProjectTree tree, SetuptoolsLayout layout, TableReading table)
{
    private readonly Dictionary<string, string> packages = layout.Packages.DistinctBy(layout.Folder).ToDictionary(layout.Folder, StringComparer.Ordinal);

    public IEnumerable<string> Stated(string package) => Kept(package, ["*.pyi", "py.typed", .. Patterns("package-data", package)], tree.Under(layout.Folder(package)));

    /// <summary>The listed files in a package's folder, or in folders below it that are not packages themselves.</summary>
    public IEnumerable<string> Listed(string package, IEnumerable<string> listed) => table.Literal("include-package-data") == "false"
        ? []
        : listed.Where(file => Owner(file) == package && !IsModule(file, layout.Folder(package))).Where(file => !IsExcluded(package, file));

    private static bool IsModule(string file, string folder) => ProjectPath.Parent(file) == folder && file.EndsWith(".py", StringComparison.Ordinal);

    private string? Owner(string file) => ProjectPath.Parents(file).Reverse().Select(packages.GetValueOrDefault).FirstOrDefault(package => package is not null);

    private IEnumerable<string> Kept(string package, IReadOnlyList<string> patterns, IEnumerable<string> files)
    {
        var globs = patterns.Select(pattern => new Glob(Glob.Escape(layout.Folder(package)) + "/" + pattern, GlobRules.Sets | GlobRules.SkipsHidden)).ToList();
        return files.Where(file => globs.Exists(glob => glob.IsMatch(file)) && !IsExcluded(package, file));
    }

    private bool IsExcluded(string package, string file) => Patterns("exclude-package-data", package)
        .Any(pattern => new Glob($"{Glob.Escape(layout.Folder(package))}/{pattern}", GlobRules.Sets | GlobRules.CrossesFolders).IsMatch(file));

    private IEnumerable<string> Patterns(string key, string package) =>
        new[] { "*", "", package }.SelectMany(name => table.Table(key)?.Texts(name) ?? []).Select(node => node.Text!);
}
