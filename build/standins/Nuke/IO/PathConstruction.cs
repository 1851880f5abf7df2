using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>Paths as text. The root determines the separator, so Windows paths can be built on Linux and vice versa.</summary>
public static class PathConstruction
{
    internal const char WinSeparator = '\\';
    internal const char UnixSeparator = '/';

    private static readonly char[] Separators = [WinSeparator, UnixSeparator];

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath)
        => (RelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath)
        => (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static bool Contains(this AbsolutePath basePath, string destinationPath)
    {
        var parts = NormalizePath(basePath).Split(Separators);
        return NormalizePath(destinationPath).Split(Separators).Take(parts.Length).SequenceEqual(parts);
    }

    public static string GetRelativePath(string basePath, string destinationPath)
    {
        basePath = NormalizePath(basePath);
        destinationPath = NormalizePath(destinationPath);
        var separator = SeparatorOf(basePath);
        Assert.True(separator == SeparatorOf(destinationPath), "Separators do not match");

        var from = basePath.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var to = destinationPath.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var same = from.Zip(to).TakeWhile(x => x.First.EqualsOrdinalIgnoreCase(x.Second)).Count();
        return Enumerable.Repeat("..", from.Length - same).Concat(to.Skip(same)).Join(separator);
    }

    public static bool HasPathRoot(string path) => GetPathRoot(path) != null;

    public static string GetPathRoot(string path)
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

    public static string Combine(string left, string right, char? separator = null)
    {
        left = WithoutTrailingSeparator(left);
        right = WithoutTrailingSeparator(right);
        Assert.False(HasPathRoot(right), "Second path must not be rooted");
        if (left.IsNullOrWhiteSpace())
            return right;
        if (right.IsNullOrWhiteSpace())
            return IsDrive(left) ? left + WinSeparator : left;

        AssertFitsRoot(left, separator);
        return left == "/" ? left + right : $"{left}{separator ?? SeparatorOf(left)}{right}";
    }

    public static string NormalizePath(string path, char? separator = null)
    {
        AssertFitsRoot(path, separator);
        path ??= "";
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

        return Combine(root, parts.Join((separator ?? SeparatorOf(path)).ToString()), separator);
    }

    internal static bool HasWinRoot(string path) => path?.Length >= 2 && char.IsLetter(path[0]) && path[1] == ':';

    internal static bool IsRoot(string path) => path == "/" || IsDrive(path.TrimEnd(WinSeparator)) || (path.StartsWith(WinSeparator) && GetPathRoot(path) == path);

    private static bool IsDrive(string path) => HasWinRoot(path) && path.Length == 2;

    private static string WithoutTrailingSeparator(string path) => path == "/" ? path : path?.TrimEnd(Separators);

    private static char SeparatorOf(string path)
        => GetPathRoot(path) is { } root ? root == "/" ? UnixSeparator : WinSeparator : Path.DirectorySeparatorChar;

    private static void AssertFitsRoot(string path, char? separator)
    {
        if (separator is not { } character || GetPathRoot(path) is not { } root)
            return;
        var kind = root == "/" ? "Unix" : IsDrive(root) ? "Windows" : "UNC";
        Assert.True(character == SeparatorOf(path), $"For {kind}-rooted paths the separator must be '{SeparatorOf(path)}'");
    }
}
