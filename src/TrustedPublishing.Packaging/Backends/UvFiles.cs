using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The files that uv_build ships (<see href="https://docs.astral.sh/uv/concepts/build-backend/"/>): the modules below <c>module-root</c> without the
/// excluded files; in the sdist also <c>source-include</c>.
/// </summary>
internal static class UvFiles
{
    private static readonly string[] DefaultExcludes = ["__pycache__", "*.pyc", "*.pyo"];

    private static readonly string[] Schemes = ["purelib", "platlib", "headers", "scripts", "data"];

    public static Selection Select(ProjectTree tree, TomlNode? table, StaticProject project, FindingList complaints)
    {
        var reading = new TableReading(table, complaints);
        var selection = new Selection(tree);
        var root = Root(reading, complaints);
        var modules = root is null ? [] : Modules(tree, reading, root, project, complaints);
        var excludes = (reading.Literal("default-excludes") == "false" ? [] : DefaultExcludes).Concat(Patterns(reading, "source-exclude")).ToList();
        var fromSdist = Excluding(excludes);
        var fromWheel = Excluding([.. excludes, .. Patterns(reading, "wheel-exclude")]);
        var files = modules.SelectMany(module => tree.HasFile(module) ? [module] : tree.Under(module)).ToList();
        foreach (var file in files.Where(file => !fromWheel(file)))
        {
            selection.AddToWheel(ProjectPath.Below(root!, file), file);
        }

        var data = Schemes.SelectMany(scheme => Data(tree, reading.Table("data"), scheme, complaints)).ToList();
        foreach (var (scheme, file, target) in data)
        {
            selection.AddToWheel($"{project.Stem}.data/{scheme}/{target}", file);
        }

        var included = Patterns(reading, "source-include").SelectMany(pattern => tree.Matches(pattern, GlobRules.Sets));
        selection.AddToSdist(files.Concat(included).Concat(data.Select(item => item.File)).Concat(project.ReferencedFiles).Where(file => !fromSdist(file)));
        return selection;
    }

    private static string? Root(TableReading reading, FindingList complaints)
    {
        var node = reading.Text("module-root");
        var root = ProjectPath.Normalize(node?.Text ?? "src");
        if (root is null)
        {
            complaints.Add(Diagnostics.OutsideProject(node!, node!.Text!));
        }

        return root;
    }

    private static IEnumerable<string> Patterns(TableReading reading, string key) => reading.Texts(key).Select(node => node.Text!);

    /// <summary>Exclusions apply anywhere in the tree, to files and folders, unless they start with <c>/</c>.</summary>
    private static Func<string, bool> Excluding(IEnumerable<string> patterns)
    {
        var globs = patterns.Select(pattern => new Glob(pattern.StartsWith('/') ? pattern[1..] : $"**/{pattern}", GlobRules.Sets)).ToList();
        return file => globs.Exists(glob => glob.IsMatch(file) || ProjectPath.Parents(file).Any(glob.IsMatch));
    }

    private static List<string> Modules(ProjectTree tree, TableReading reading, string root, StaticProject project, FindingList complaints)
    {
        var node = reading.Node("module-name");
        var isNamespace = reading.Literal("namespace") == "true";
        var names = node is { Text: { } one } ? [one] : node is { Items: not null } ? [.. Patterns(reading, "module-name")] : new[] { Default(project.Name) };
        var modules = new List<string>();
        foreach (var name in names)
        {
            var wanted = ProjectPath.Join(root, name.Replace('.', '/'));
            var init = name.Split('.')[0].EndsWith("-stubs", StringComparison.Ordinal) ? "__init__.pyi" : "__init__.py";
            var module = tree.Folders.FirstOrDefault(folder => folder == wanted)
                ?? tree.Folders.FirstOrDefault(folder => node is null && folder.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (module is not null && (isNamespace || tree.HasFile($"{module}/{init}")))
            {
                modules.Add(module);
            }
            else
            {
                complaints.Add(node is null ? Diagnostics.Packages(root, name, []) : Diagnostics.NoSuchPackage(node, wanted));
            }
        }

        return modules;
    }

    private static string Default(string projectName) => projectName.EndsWith("-stubs", StringComparison.OrdinalIgnoreCase)
        ? ProjectName.InFileName(projectName[..^6]) + "-stubs"
        : ProjectName.InFileName(projectName);

    private static IEnumerable<(string Scheme, string File, string Target)> Data(ProjectTree tree, TableReading? reading, string scheme, FindingList complaints)
    {
        if (reading?.Text(scheme) is not { } node)
        {
            return [];
        }

        if (ProjectPath.Normalize(node.Text!) is not { } folder)
        {
            complaints.Add(Diagnostics.OutsideProject(node, node.Text!));
            return [];
        }

        return tree.Under(folder).Select(file => (scheme, file, ProjectPath.Below(folder, file)));
    }
}
