using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// Which packages or modules are shipped: what the backend's own table names; otherwise what is named like the project; otherwise the
/// only package there is. Anything else is ambiguous.
/// </summary>
internal static partial class ImportUnitFinder
{
    public static IReadOnlyList<ImportUnit> Find(ProjectFolder folder, string projectName, SourceLayout layout, FindingList complaints)
    {
        var units = layout.Units.Count > 0 ? Declared(folder, layout, complaints) : Discovered(folder, projectName, layout, complaints);
        return [.. units.OrderBy(unit => unit.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<ImportUnit> Declared(ProjectFolder folder, SourceLayout layout, FindingList complaints)
    {
        string[] roots = layout.Root is { } known ? [known] : ["src", ""];
        foreach (var path in layout.Units)
        {
            var places = roots.SelectMany<string, ImportUnit>(root => [new(root, path), new(root, $"{path}.py")]);
            var unit = places.FirstOrDefault(unit => unit.IsModule ? folder.HasFile(unit.ProjectPath) : folder.HasFolder(unit.ProjectPath));
            if (unit is not null)
            {
                yield return unit;
            }
            else
            {
                complaints.Add(Diagnostics.NoSuchPackage(layout.Key!, new ImportUnit(roots[0], path).ProjectPath));
            }
        }
    }

    private static IReadOnlyList<ImportUnit> Discovered(ProjectFolder folder, string projectName, SourceLayout layout, FindingList complaints)
    {
        // A repository of .NET projects has a src without Python in it.
        var names = new[] { ProjectName.InFileName(projectName), ProjectName.Normalize(projectName).Replace('-', '/') };
        var root = layout.Root ?? (Candidates(folder, "src", names[0]).Count > 0 ? "src" : "");
        var candidates = Candidates(folder, root, names[0]);
        var named = candidates.Where(unit => names.Contains(Comparable(unit), StringComparer.OrdinalIgnoreCase)).ToList();
        var packages = candidates.Where(unit => !unit.IsModule).ToList();
        if (root.Length > 0 && layout.TakesAllUnderSrc && candidates.Count > 0)
        {
            return candidates;
        }

        var found = named.Count > 0 ? named : packages.Count == 1 ? packages : root.Length > 0 && candidates.Count == 1 ? candidates : [];
        if (found.Count != 1)
        {
            complaints.Add(Diagnostics.Packages(layout.Root, names[0], [.. (named.Count > 1 ? named : candidates).Select(unit => unit.ProjectPath)]));
        }

        return found;
    }

    private static string Comparable(ImportUnit unit) => unit.IsModule ? unit.Path[..^3] : unit.Path;

    /// <summary>Top packages with <c>__init__.py</c>, those inside folders without it (PEP 420 namespaces), and modules.</summary>
    private static IReadOnlyList<ImportUnit> Candidates(ProjectFolder folder, string root, string projectName)
    {
        if (!folder.HasFolder(root))
        {
            return [];
        }

        var isNamed = (string name) => name.Equals(projectName, StringComparison.OrdinalIgnoreCase);
        var isExcluded = (string name) =>
            !Identifier().IsMatch(name) || Exclusions.IsFolder(name) || (root.Length == 0 && IsNoPackage(name) && !isNamed(name));
        var sources = SourceTree.Files(folder.Absolute(root), isExcluded).Where(path => path.EndsWith(".py", StringComparison.Ordinal)).ToList();
        var units = new List<string>();
        foreach (var init in sources.Where(path => path.EndsWith("/__init__.py", StringComparison.Ordinal)).OrderBy(path => path.Length))
        {
            var package = init[..^"/__init__.py".Length];
            if (!units.Exists(unit => package.StartsWith(unit + "/", StringComparison.Ordinal)))
            {
                units.Add(package);
            }
        }

        var loose = sources.Where(path => !units.Exists(unit => path.StartsWith(unit + "/", StringComparison.Ordinal))).ToList();
        units.AddRange(loose.Where(path => path.Contains('/', StringComparison.Ordinal))
            .Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]).Distinct()
            .Where(top => (root.Length > 0 || isNamed(top)) && !units.Exists(unit => unit.StartsWith(top + "/", StringComparison.Ordinal))));
        units.AddRange(loose.Where(path => !path.Contains('/', StringComparison.Ordinal) && !(root.Length == 0 && IsNoModule(path))));
        return [.. units.Select(unit => new ImportUnit(root, unit))];
    }

    /// <summary>In a flat layout these stand beside the package and are not it (the list is setuptools' with this project's folders).</summary>
    private static bool IsNoPackage(string name) => name is "ci" or "bin" or "obj" or "debian" or "doc" or "docs" or "documentation" or "manpages"
        or "news" or "newsfragments" or "changelog" or "test" or "tests" or "unit_test" or "unit_tests" or "example" or "examples" or "scripts"
        or "tools" or "util" or "utils" or "python" or "build" or "benchmark" or "benchmarks" or "exercise" or "exercises" or "htmlcov"
        or "tasks" or "artifacts" or "dist" or "target" or "venv" or "env" or "site" or "node_modules" or "src";

    private static bool IsNoModule(string name) => name is "setup.py" or "conftest.py" or "test.py" or "tests.py" or "example.py" or "examples.py"
        or "build.py" or "toxfile.py" or "noxfile.py" or "pavement.py" or "dodo.py" or "tasks.py" or "fabfile.py";

    [GeneratedRegex(@"\A[^\W\d]\w*(?:-stubs)?\z")]
    private static partial Regex Identifier();
}
