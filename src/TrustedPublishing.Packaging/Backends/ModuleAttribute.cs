using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>An attribute of a project module, such as <c>greeter.__version__</c>, resolved through the project's own imports.</summary>
internal static class ModuleAttribute
{
    /// <summary>The maximum number of modules through which an attribute may be imported.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The value in the form of a version; null if only an interpreter could determine it.</summary>
    /// <param name="tree">The project.</param>
    /// <param name="path">The module's path without <c>.py</c>, or the package's folder.</param>
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

    /// <summary>One dot refers to the package itself, each further dot to the package above it.</summary>
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
