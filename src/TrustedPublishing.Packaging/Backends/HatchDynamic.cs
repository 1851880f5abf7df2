using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// hatchling reads dynamic fields from PKG-INFO if the project is an unpacked sdist, and a dynamic version from
/// <c>tool.hatch.version.path</c> (<see href="https://hatch.pypa.io/latest/version/"/>).
/// </summary>
internal static class HatchDynamic
{
    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        FromSdist.Complete(project, tree, ["version", "description", "readme", "dependencies", "optional-dependencies", "classifiers", "keywords", "urls"]);
        HatchExtras.Complete(project);
        SortKeywords(project);
        Version(project, tree, table, complaints);
        HatchReadme.Complete(project, tree, table, complaints);
    }

    /// <summary>hatchling writes each keyword once, in order.</summary>
    private static void SortKeywords(ProjectTable project)
    {
        if (!project.IsDynamic("keywords") && project.Find("keywords") is { Items: { } items } node && items.TrueForAll(item => item.Text is not null))
        {
            project.Supply("keywords", node.With(items.Select(item => item.Text!).Distinct().Order(StringComparer.Ordinal)));
        }
    }

    private static void Version(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        if (!project.IsDynamic("version") || table?.Find("version") is not { Members: not null } node)
        {
            return;
        }

        var reading = new TableReading(node, complaints);
        var (source, path) = (reading.Text("source")?.Text ?? "regex", reading.Text("path"));
        if (path is null || source is not ("regex" or "code") || tree.Folder.ReadText(path, path.Text!, complaints) is not { } text)
        {
            return;
        }

        var version = source == "code"
            ? OfCode(text, reading.Text("expression")?.Text ?? "__version__")
            : PythonPattern.Find(text, reading.Text("pattern")?.Text ?? PythonPattern.Hatch, "version");
        if (version is not null)
        {
            project.Supply("version", path.With(version));
        }
    }

    /// <summary>hatchling runs the file; a name that is assigned exactly one literal value then has that value.</summary>
    private static string? OfCode(string text, string expression) => new PythonModule(text).Values(expression) is [{ } only] ? only : null;
}
