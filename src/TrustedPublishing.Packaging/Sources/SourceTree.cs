namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// Walks a folder: relative paths separated by <c>/</c>, in ordinal order. Links to folders are followed as long as they stay inside the folder and
/// do not lead back to a folder that contains them. A link that is not followed is listed like a file, so that it can be reported:
/// see <see cref="SourceFileChecks"/>.
/// </summary>
internal sealed class SourceTree
{
    private const int MostLinks = 40;

    private readonly Func<string, bool> excludesFolder, excludesFile;
    private readonly string root;

    private SourceTree(string root, Func<string, bool> excludesFolder, Func<string, bool> excludesFile) =>
        (this.root, this.excludesFolder, this.excludesFile) = (RealPath(root) ?? root, excludesFolder, excludesFile);

    public static IEnumerable<string> Files(string folder, Func<string, bool> excludesFolder, Func<string, bool> excludesFile)
    {
        var tree = new SourceTree(folder, excludesFolder, excludesFile);
        return tree.Walk(new(folder), tree.root, "").Order(StringComparer.Ordinal);
    }

    /// <summary>Whether a link to a folder leads back to a folder that contains it.</summary>
    public static bool IsLoop(string link) => RealPath(link) is not { } target || IsInside(RealPath(Path.GetDirectoryName(link)!) ?? link, target);

    private IEnumerable<string> Walk(DirectoryInfo folder, string real, string prefix)
    {
        var entries = Entries(folder);
        if (entries is null)
        {
            if (prefix.Length > 0)
            {
                yield return prefix.TrimEnd('/');
            }

            yield break;
        }

        var isDotNet = entries.Any(entry => entry is FileInfo && entry.Extension is ".csproj" or ".fsproj" or ".vbproj");
        foreach (var entry in entries)
        {
            if (entry is FileInfo && !excludesFile(entry.Name))
            {
                yield return prefix + entry.Name;
            }
            else if (entry is DirectoryInfo below && !excludesFolder(entry.Name) && !(isDotNet && entry.Name is "bin" or "obj"))
            {
                foreach (var path in Target(entry, real) is { } target ? Walk(below, target, $"{prefix}{entry.Name}/") : [prefix + entry.Name])
                {
                    yield return path;
                }
            }
        }
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

    /// <summary>The real path of a folder; null if it is not followed.</summary>
    private string? Target(FileSystemInfo entry, string parent) =>
        entry.LinkTarget is null ? Path.Combine(parent, entry.Name)
            : RealPath(entry.FullName) is { } target && IsInside(target, root) && !IsInside(parent, target) ? target
            : null;

    private static bool IsInside(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);

    /// <summary>A path with all links resolved; null if the links form a cycle.</summary>
    private static string? RealPath(string path)
    {
        var links = 0;
        var real = Path.GetPathRoot(Path.GetFullPath(path))!;
        var left = new Stack<string>(Names(Path.GetFullPath(path)));
        while (left.TryPop(out var name))
        {
            var next = Path.Combine(real, name);
            if (new DirectoryInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            var full = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(full)!;
            foreach (var part in Names(full))
            {
                left.Push(part);
            }
        }

        return real;
    }

    /// <summary>The parts of a path, last first.</summary>
    private static IEnumerable<string> Names(string full) =>
        full[Path.GetPathRoot(full)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
