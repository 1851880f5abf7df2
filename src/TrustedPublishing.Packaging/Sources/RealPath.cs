namespace TrustedPublishing.Packaging.Sources;

/// <summary>Resolves symbolic links in paths.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Whether a path is a folder or inside it.</summary>
    public static bool IsInside(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);

    /// <summary>A path with all links resolved; null if the links form a cycle.</summary>
    public static string? Resolve(string path)
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
