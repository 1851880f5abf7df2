namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        if (depth == 0)
            return [];

        var files = Ordered(Directory.EnumerateFiles(path, pattern), attributes);
        return files.Concat(path.GetDirectories(depth: depth - 1).SelectMany(x => x.GetFiles(pattern, attributes: attributes)));
    }

    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        string[] level = [path];
        for (; depth > 0 && level.Length > 0; depth--)
        {
            foreach (var directory in Ordered(level.SelectMany(x => Directory.EnumerateDirectories(x, pattern)), attributes).ToList())
                yield return directory;
            level = level.SelectMany(x => Directory.GetDirectories(x)).ToArray();
        }
    }

    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists());
        return SelfAndParents(path).Skip(1).FirstOrDefault(predicate);
    }

    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists() || path.DirectoryExists());
        return SelfAndParents(path).FirstOrDefault(predicate);
    }

    public static bool ContainsFile(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly)
    {
        Assert.DirectoryExists(path);
        return path.ToDirectoryInfo().EnumerateFiles(pattern, options).Any();
    }

    public static bool ContainsDirectory(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly)
    {
        Assert.DirectoryExists(path);
        return path.ToDirectoryInfo().EnumerateDirectories(pattern, options).Any();
    }

    internal static IEnumerable<AbsolutePath> SelfAndParents(AbsolutePath path)
    {
        for (; path is not null; path = path.Parent)
            yield return path;
    }

    private static IEnumerable<AbsolutePath> Ordered(IEnumerable<string> paths, FileAttributes attributes)
        => paths.Where(x => (File.GetAttributes(x) & attributes) == attributes).Order().Select(AbsolutePath.Create);
}
