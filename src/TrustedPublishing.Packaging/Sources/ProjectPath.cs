namespace TrustedPublishing.Packaging.Sources;

/// <summary>Paths relative to the project's folder, separated by <c>/</c>.</summary>
internal static class ProjectPath
{
    /// <summary>Converts a path of this system to one separated by <c>/</c>.</summary>
    public static string FromNative(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The parent folder of a file or folder; empty at the top level.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The folders above a file or folder, outermost first.</summary>
    public static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    /// <summary>A path relative to a folder instead of the project; unchanged if it is not inside the folder.</summary>
    public static string Below(string folder, string path) =>
        folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;

    public static string Join(string folder, string path) => folder.Length == 0 ? path : path.Length == 0 ? folder : $"{folder}/{path}";

    /// <summary>The same path without <c>.</c>, <c>..</c> and redundant slashes; null if it is outside the project.</summary>
    public static string? Normalize(string path)
    {
        var names = new List<string>();
        foreach (var name in path.Split('/', '\\'))
        {
            if (name == ".." && names.Count == 0)
            {
                return null;
            }

            if (name == "..")
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not ("" or "."))
            {
                names.Add(name);
            }
        }

        return Path.IsPathRooted(path) || path.Contains(':', StringComparison.Ordinal) ? null : string.Join('/', names);
    }
}
