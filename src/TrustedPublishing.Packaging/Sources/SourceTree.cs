namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// Walks a folder: relative paths separated by <c>/</c>, in ordinal order. Links to folders are followed as long as they stay inside the folder and
/// do not lead back to a folder that contains them. A folder that is not entered is listed like a file, so that it can be reported:
/// see <see cref="SourceFileChecks"/>.
/// </summary>
internal sealed class SourceTree
{
    private const int MostFollowed = 10_000;

    private readonly Func<string, bool> excludesFolder, excludesFile;
    private readonly string root;
    private readonly List<string> files = [], closed = [];
    private int followed;

    private SourceTree(string root, Func<string, bool> excludesFolder, Func<string, bool> excludesFile) =>
        (this.root, this.excludesFolder, this.excludesFile) = (RealPath.Resolve(root) ?? root, excludesFolder, excludesFile);

    /// <summary>The files, and the folders that were not entered.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>The folders that were not entered: those that cannot be read, and links that are not followed.</summary>
    public IReadOnlyList<string> ClosedFolders => closed;

    /// <exception cref="PackagingException">The folder has too many links to folders.</exception>
    public static SourceTree Read(string folder, Func<string, bool> excludesFolder, Func<string, bool> excludesFile)
    {
        var tree = new SourceTree(folder, excludesFolder, excludesFile);
        tree.Walk(new(folder), [tree.root], "");
        tree.files.AddRange(tree.closed);
        tree.files.Sort(StringComparer.Ordinal);
        return tree;
    }

    /// <summary>Whether a link to a folder leads back to a folder on its own path, directly or through other links.</summary>
    public static bool IsLoop(string link)
    {
        if (RealPath.Resolve(link) is not { } target)
        {
            return true;
        }

        for (var folder = Path.GetDirectoryName(link); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (RealPath.IsInside(RealPath.Resolve(folder) ?? folder, target))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="folder">The folder to list.</param>
    /// <param name="way">The real paths of this folder and its parents.</param>
    /// <param name="prefix">The folder's path from the root; empty, or with a slash at its end.</param>
    private void Walk(DirectoryInfo folder, List<string> way, string prefix)
    {
        if (Entries(folder) is not { } entries)
        {
            closed.AddRange(prefix.Length > 0 ? [prefix.TrimEnd('/')] : []);
            return;
        }

        var isDotNet = entries.Any(entry => entry is FileInfo && entry.Extension is ".csproj" or ".fsproj" or ".vbproj");
        foreach (var entry in entries)
        {
            if (entry is FileInfo && !excludesFile(entry.Name))
            {
                files.Add(prefix + entry.Name);
            }
            else if (entry is DirectoryInfo below && !excludesFolder(entry.Name) && !(isDotNet && entry.Name is "bin" or "obj"))
            {
                Enter(below, way, prefix + entry.Name);
            }
        }
    }

    private void Enter(DirectoryInfo folder, List<string> way, string path)
    {
        if (Target(folder, way, path) is not { } target)
        {
            closed.Add(path);
            return;
        }

        way.Add(target);
        Walk(folder, way, $"{path}/");
        way.RemoveAt(way.Count - 1);
    }

    private static IReadOnlyList<FileSystemInfo>? Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos()];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The real path of a folder; null if it is not followed. The number of followed links is limited, because a few folders that link to each
    /// other can form any number of paths.
    /// </summary>
    private string? Target(DirectoryInfo folder, List<string> way, string path)
    {
        if (folder.LinkTarget is null)
        {
            return Path.Combine(way[^1], folder.Name);
        }

        if (RealPath.Resolve(folder.FullName) is not { } target || !RealPath.IsInside(target, root) || way.Exists(above => RealPath.IsInside(above, target)))
        {
            return null;
        }

        return ++followed <= MostFollowed ? target : throw new PackagingException(root, [Diagnostics.TooManyLinks(path, MostFollowed)]);
    }
}
