using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>flit reads a dynamic version from <c>__version__</c>, and a dynamic description from the module's docstring.</summary>
internal static class FlitDynamic
{
    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        var isAsked = project.Name is not null && (project.IsDynamic("version") || project.IsDynamic("description"));
        if (!isAsked || FlitModule.Find(tree, table, project.Name!, complaints) is not { } module)
        {
            return;
        }

        // If there is no plain assignment, flit imports the module.
        var versions = project.IsDynamic("version") ? module.VersionFiles(tree).Select(file => Version(tree, file)) : [];
        if ((versions.LastOrDefault(version => version is not null) ?? ModuleAttribute.Read(tree, module.ImportPath, "__version__")) is { } version)
        {
            project.Supply("version", project.Find("dynamic")!.With(version));
        }

        var docstring = project.IsDynamic("description") ? Module(tree, module.MainFile)?.Docstring : null;
        if (!string.IsNullOrWhiteSpace(docstring))
        {
            project.Supply("description", project.Find("dynamic")!.With(docstring.TrimStart().Split('\n')[0].TrimEnd()));
        }
    }

    private static string? Version(ProjectTree tree, string file) => Module(tree, file)?.Values("__version__").FirstOrDefault(value => value is not null);

    private static PythonModule? Module(ProjectTree tree, string file) =>
        tree.HasFile(file) && TextFiles.ReadUtf8(tree.Folder.Absolute(file)) is { } text ? new(text) : null;
}
