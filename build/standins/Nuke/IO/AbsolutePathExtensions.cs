namespace Nuke.Common.IO;

/// <summary>Writing creates the directory and ends the file with a line break.</summary>
public static class AbsolutePathExtensions
{
    internal static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!path.DirectoryExists())
            return;
        foreach (var file in Directory.GetFiles(path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(path, recursive: true);
    }

    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    public static IEnumerable<AbsolutePath> GetFiles(this AbsolutePath path) => Directory.GetFiles(path).Order().Select(x => (AbsolutePath)x);

    public static IEnumerable<AbsolutePath> GetDirectories(this AbsolutePath path) => Directory.GetDirectories(path).Order().Select(x => (AbsolutePath)x);

    public static AbsolutePath WriteAllText(this AbsolutePath path, string content)
    {
        path.Parent.CreateDirectory();
        File.WriteAllText(path, content.TrimEnd('\r', '\n') + (content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n"));
        return path;
    }

    public static string ReadAllText(this AbsolutePath path) => File.ReadAllText(path);

    public static string[] ReadAllLines(this AbsolutePath path) => File.ReadAllLines(path);

    internal static IEnumerable<AbsolutePath> SelfAndParents(this AbsolutePath path)
    {
        for (; path is not null; path = path.Parent)
            yield return path;
    }
}
