using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>The only module or package of a flit project.</summary>
/// <param name="Root">The folder on Python's path, relative to the project's folder: empty or <c>src</c>.</param>
/// <param name="Path">The path relative to it, for example <c>acme/tools</c> or <c>greeter.py</c>.</param>
internal sealed record FlitModule(string Root, string Path)
{
    private bool IsPackage => !Path.EndsWith(".py", StringComparison.Ordinal);

    private string ProjectPath => Sources.ProjectPath.Join(Root, Path);

    /// <summary>The only location in which flit finds the module; it is an error if there is none or more than one.</summary>
    public static FlitModule? Find(ProjectTree tree, TomlNode? table, string projectName, FindingList complaints)
    {
        var stated = new TableReading(table?.Find("module"), complaints).Text("name");
        var name = stated?.Text ?? (projectName.EndsWith("-stubs", StringComparison.Ordinal)
            ? projectName[..^6].Replace('-', '_') + "-stubs"
            : projectName.Replace('-', '_'));
        var path = name.Replace('.', '/');
        FlitModule[] places = [new("", path), new("", $"{path}.py"), new("src", path), new("src", $"{path}.py")];
        var found = places.Where(place => place.IsPackage ? tree.Folders.Contains(place.ProjectPath) : tree.HasFile(place.ProjectPath)).ToList();
        if (found.Count != 1)
        {
            complaints.Add((stated, found.Count) switch
            {
                ({ }, 0) => Diagnostics.NoSuchPackage(stated, path),
                _ => Diagnostics.Packages("src", name, [.. found.Select(place => place.ProjectPath)]),
            });
        }

        return found.Count == 1 ? found[0] : null;
    }

    public IEnumerable<string> Files(ProjectTree tree) => IsPackage ? tree.Under(ProjectPath) : [ProjectPath];

    public string InWheel(string file) => Sources.ProjectPath.Below(Root, file);

    /// <summary>The file whose docstring is the summary.</summary>
    public string MainFile => IsPackage ? $"{ProjectPath}/__init__.py" : ProjectPath;

    /// <summary>The package's folder, or the module's path without <c>.py</c>.</summary>
    public string ImportPath => IsPackage ? ProjectPath : ProjectPath[..^3];

    /// <summary>The files that may contain <c>__version__</c>; later ones win.</summary>
    public IEnumerable<string> VersionFiles(ProjectTree tree)
    {
        string[] names = IsPackage ? ["__version__.py", "_version.py", "version.py"] : [];
        return names.Select(name => $"{ProjectPath}/{name}").Where(tree.HasFile).Append(MainFile);
    }
}
