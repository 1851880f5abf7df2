using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>The names that <c>packages.find</c> accepts; <c>*</c> also matches dots.</summary>
internal sealed class SetuptoolsFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
{
    private const GlobRules Rules = GlobRules.Sets | GlobRules.CrossesFolders;
    private readonly List<Glob> included = [.. include.Select(pattern => new Glob(pattern, Rules))];
    private readonly List<Glob> excluded = [.. exclude.Select(pattern => new Glob(pattern, Rules))];

    public bool Takes(string package) => included.Exists(glob => glob.IsMatch(package)) && !excluded.Exists(glob => glob.IsMatch(package));

    /// <summary>Whether nothing below a package can be included.</summary>
    public bool Prunes(string package) => exclude.Contains($"{package}*") || exclude.Contains($"{package}.*");
}

/// <summary>
/// setuptools' automatic discovery (<see href="https://setuptools.pypa.io/en/latest/userguide/package_discovery.html"/>). Where setuptools fails
/// because a flat project contains several packages, the package that is named like the project is used.
/// </summary>
internal static partial class SetuptoolsDiscovery
{
    private static readonly string[] NoPackages =
    [
        "ci", "bin", "debian", "doc", "docs", "documentation", "manpages", "news", "newsfragments", "changelog", "test", "tests", "unit_test",
        "unit_tests", "example", "examples", "scripts", "tools", "util", "utils", "python", "build", "dist", "venv", "env", "requirements", "tasks",
        "fabfile", "site_scons", "benchmark", "benchmarks", "exercise", "exercises", "htmlcov",
    ];

    private static readonly string[] NoModules =
    [
        "setup", "conftest", "test", "tests", "example", "examples", "build", "toxfile", "noxfile", "pavement", "dodo", "tasks", "fabfile",
        "[Ss][Cc]onstruct", "conanfile", "manage", "benchmark", "benchmarks", "exercise", "exercises", "[._]*",
    ];

    public static (IReadOnlyList<string> Packages, IReadOnlyList<string> Modules) Discover(
        ProjectTree tree, Dictionary<string, string> folders, string projectName, FindingList complaints)
    {
        var everything = new SetuptoolsFilter(["*"], ["ez_setup", "*__pycache__"]);
        var stated = folders.Where(entry => entry.Key.Length > 0).ToList();
        if (stated.Count > 0)
        {
            return ([.. stated.SelectMany(entry => PackagesBelow(tree, entry.Value, everything, true).Select(name => $"{entry.Key}.{name}").Prepend(entry.Key))], []);
        }

        // A repository of .NET projects may have a src folder without Python files.
        var root = folders.GetValueOrDefault("", "src");
        if (tree.Under(root).Any(IsPython))
        {
            folders[""] = root;
            var modules = ModulesIn(tree, root).Where(name => Identifier().IsMatch(name));
            return ([.. PackagesBelow(tree, root, everything, true).Where(package => HasPython(tree, ProjectPath.Join(root, package.Replace('.', '/'))))], [.. modules]);
        }

        return Flat(tree, projectName, complaints);
    }

    /// <summary>Dotted packages below a folder; without namespaces, only folders with <c>__init__.py</c>.</summary>
    public static IEnumerable<string> PackagesBelow(ProjectTree tree, string root, SetuptoolsFilter filter, bool namespaces, string prefix = "")
    {
        foreach (var folder in tree.FoldersIn(ProjectPath.Join(root, prefix.Replace('.', '/'))))
        {
            var name = ProjectPath.Name(folder);
            var package = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (name.Contains('.', StringComparison.Ordinal) || (!namespaces && !tree.HasFile($"{folder}/__init__.py")))
            {
                continue;
            }

            if (filter.Takes(package))
            {
                yield return package;
            }

            foreach (var inner in filter.Prunes(package) ? [] : PackagesBelow(tree, root, filter, namespaces, package))
            {
                yield return inner;
            }
        }
    }

    private static (IReadOnlyList<string> Packages, IReadOnlyList<string> Modules) Flat(ProjectTree tree, string projectName, FindingList complaints)
    {
        string[] names = [ProjectName.InFileName(projectName), ProjectName.Normalize(projectName).Replace('-', '.')];
        var filter = new SetuptoolsFilter(["*"], [.. NoPackages.SelectMany(name => new[] { name, $"{name}.*" }), "[._]*", "[._]*.*"]);
        var packages = PackagesBelow(tree, "", filter, true)
            .Where(package => package.Split('.') is var parts && TopPackage().IsMatch(parts[0]) && parts[1..].All(part => Identifier().IsMatch(part)))
            .Where(package => HasPython(tree, package.Replace('.', '/'))).ToList();
        string[] tops = [.. packages.Select(package => package.Split('.')[0]).Distinct().Where(top => !top.EndsWith("-stubs", StringComparison.Ordinal))];
        var modules = ModulesIn(tree, "").Where(name => Identifier().IsMatch(name) && new SetuptoolsFilter(["*"], NoModules).Takes(name)).ToList();
        if (tops.Length == 1 && !(modules.Contains(tops[0])))
        {
            return (packages, []);
        }

        if (tops.Length == 0 && packages.Count == 0 && modules.Count == 1)
        {
            return ([], modules);
        }

        return tops.Length == 0 && packages.Count > 0 ? (packages, []) : Named(tree, names, tops, modules, complaints);
    }

    private static (IReadOnlyList<string> Packages, IReadOnlyList<string> Modules) Named(
        ProjectTree tree, string[] names, string[] tops, List<string> modules, FindingList complaints)
    {
        var top = tree.FoldersIn("").FirstOrDefault(folder =>
            names.Any(name => folder.Equals(name.Split('.')[0], StringComparison.OrdinalIgnoreCase)) && HasPython(tree, folder));
        var module = modules.Find(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (top is null == module is null)
        {
            complaints.Add(Diagnostics.Packages(null, names[0], top is null ? [.. tops, .. modules.Select(name => $"{name}.py")] : [top, $"{module}.py"]));
            return ([], []);
        }

        var everything = new SetuptoolsFilter(["*"], []);
        return top is null ? ([], [module!]) : ([.. PackagesBelow(tree, top, everything, true).Select(name => $"{top}.{name}").Prepend(top)], []);
    }

    private static IEnumerable<string> ModulesIn(ProjectTree tree, string root) =>
        tree.FilesIn(root).Where(file => file.EndsWith(".py", StringComparison.Ordinal)).Select(file => ProjectPath.Name(file)[..^3]);

    private static bool HasPython(ProjectTree tree, string folder) => tree.Under(folder).Any(IsPython);

    private static bool IsPython(string file) => file.EndsWith(".py", StringComparison.Ordinal) || file.EndsWith(".pyi", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[^\W\d]\w*\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\A(?:[^\W\d]\w*|.*-stubs)\z")]
    private static partial Regex TopPackage();
}
