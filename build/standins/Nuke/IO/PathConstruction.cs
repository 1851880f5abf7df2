namespace Nuke.Common.IO;

/// <summary>Paths as text. The root determines the separator, so Windows paths can be built on Linux and vice versa.</summary>
public static class PathConstruction
{
    private const char WinSeparator = '\\';
    private const char UnixSeparator = '/';

    private static readonly char[] Separators = [WinSeparator, UnixSeparator];

    public static bool HasPathRoot(string path) => GetPathRoot(path) != null;

    internal static string GetPathRoot(string path)
    {
        if (path == null)
            return null;
        if (path.StartsWith(UnixSeparator))
            return "/";
        if (HasWinRoot(path))
            return path[..2];
        if (path.Length < 3 || !path.StartsWith(@"\\", StringComparison.Ordinal) || !char.IsLetterOrDigit(path[2]))
            return null;

        var end = path.IndexOf(WinSeparator, 2);
        return end < 0 ? path : path[..end];
    }

    internal static string Combine(string left, string right)
    {
        left = WithoutTrailingSeparator(left);
        right = WithoutTrailingSeparator(right);
        Assert.True(!HasPathRoot(right), "Second path must not be rooted");
        if (string.IsNullOrWhiteSpace(left))
            return right;
        if (string.IsNullOrWhiteSpace(right))
            return IsDrive(left) ? left + WinSeparator : left;

        return left == "/" ? left + right : $"{left}{SeparatorOf(left)}{right}";
    }

    internal static string NormalizePath(string path)
    {
        var root = GetPathRoot(path);
        var parts = new List<string>();
        foreach (var part in path[(root?.Length ?? 0)..].Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(x => x != "."))
        {
            if (part != ".." || parts.Count == 0 || parts[^1] == "..")
                parts.Add(part);
            else
                parts.RemoveAt(parts.Count - 1);
            Assert.True(root == null || parts.FirstOrDefault() != "..", $"Cannot normalize '{path}' beyond path root");
        }

        return Combine(root, string.Join(SeparatorOf(path), parts));
    }

    private static bool HasWinRoot(string path) => path?.Length >= 2 && char.IsLetter(path[0]) && path[1] == ':';

    internal static bool IsRoot(string path) => path == "/" || IsDrive(path.TrimEnd(WinSeparator)) || (path.StartsWith(WinSeparator) && GetPathRoot(path) == path);

    private static bool IsDrive(string path) => HasWinRoot(path) && path.Length == 2;

    private static string WithoutTrailingSeparator(string path) => path == "/" ? path : path?.TrimEnd(Separators);

    private static char SeparatorOf(string path)
        => GetPathRoot(path) is { } root ? root == "/" ? UnixSeparator : WinSeparator : Path.DirectorySeparatorChar;
}
