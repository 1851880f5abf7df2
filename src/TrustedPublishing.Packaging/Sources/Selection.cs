namespace TrustedPublishing.Packaging.Sources;

/// <summary>The files that a build backend would ship: for each archive, the paths in it and the absolute paths of their sources.</summary>
internal sealed class Selection(ProjectTree tree)
{
    private readonly SortedDictionary<string, string> wheel = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> sdist = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Wheel => wheel;

    public IReadOnlyDictionary<string, string> Sdist => sdist;

    public void AddToWheel(string path, string projectPath) => wheel.TryAdd(path, tree.Folder.Absolute(projectPath));

    /// <summary>The generated members PKG-INFO and <c>pyproject.toml</c> are not selected but always present.</summary>
    public void AddToSdist(string path, string projectPath)
    {
        if (path is not ("PKG-INFO" or "pyproject.toml"))
        {
            sdist.TryAdd(path, tree.Folder.Absolute(projectPath));
        }
    }

    public void AddToSdist(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            AddToSdist(path, path);
        }
    }
}
