using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>An attribute of a module of the project, such as <c>greeter.__version__</c>, followed through the project's own imports.</summary>
internal static class ModuleAttribute
{
    /// <summary>How many modules an attribute may be imported through.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The value as a version is written; null when only an interpreter could know it.</summary>
    /// <param name="tree">The project.</param>
    /// <param name="path">The module without <c>.py</c>, or the package's folder.</param>
    /// <param name="name">The attribute.</param>
    public static string? Read(ProjectTree tree, string path, string name) => Read(tree, path, name, MaximumDepth);

    private static string? Read(ProjectTree tree, string path, string name, int depth)
    {
        var isPackage = !tree.HasFile($"{path}.py");
        var file = isPackage ? $"{path}/__init__.py" : $"{path}.py";
        if (depth == 0 || !tree.HasFile(file) || TextFiles.ReadUtf8(tree.Folder.Absolute(file)) is not { } text)
        {
            return null;
        }

        var module = new PythonModule(text);
        if (module.Values(name) is [var value, ..])
        {
            return value;
        }

        return module.Import(name) is { } import ? Read(tree, Resolve(isPackage ? path : ProjectPath.Parent(path), import.Module), import.Name, depth - 1) : null;
    }

    /// <summary>One dot is the package itself, each further one the package above it.</summary>
    private static string Resolve(string package, string module)
    {
        var name = module.TrimStart('.');
        for (var level = module.Length - name.Length; level > 1; level--)
        {
            package = ProjectPath.Parent(package);
        }

        return ProjectPath.Join(package, name.Replace('.', '/'));
    }
}
