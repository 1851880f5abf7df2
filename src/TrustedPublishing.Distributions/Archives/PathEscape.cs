namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Members that would be written to, or point to, a path outside the extraction folder. PyPI accepts them; pip refuses to install them
/// (<see href="https://docs.python.org/3/library/tarfile.html#tarfile.data_filter"/>).
/// </summary>
internal static class PathEscape
{
    /// <summary>Whether a member is outside, or is a link to the outside.</summary>
    public static bool Leaves(TarMember member) =>
        Leaves(member.Name)
        || (member.IsLink && (IsAbsolute(member.LinkName) || Depth(Target(member)) is null));

    /// <summary>Whether a path is absolute or leads above its start.</summary>
    public static bool Leaves(string path) => IsAbsolute(path) || Depth(path) is null;

    /// <summary>A symbolic link is relative to its own folder, a hard link to the root of the archive.</summary>
    public static string Target(TarMember link) =>
        link.Type == '1' ? link.LinkName : $"{link.Name[..(link.Name.LastIndexOf('/') + 1)]}{link.LinkName}";

    /// <summary>The path with <c>..</c> resolved; a path that leads above its start stays there.</summary>
    public static string Resolved(string path)
    {
        var folders = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                folders.Add(part);
            }
            else if (folders.Count > 0)
            {
                folders.RemoveAt(folders.Count - 1);
            }
        }

        return string.Join('/', folders);
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 1 && char.IsAsciiLetter(path[0]) && path[1] == ':');

    private static int? Depth(string path)
    {
        var depth = 0;
        foreach (var part in path.Split('/', '\\'))
        {
            depth += part is "" or "." ? 0 : part == ".." ? -1 : 1;
            if (depth < 0)
            {
                return null;
            }
        }

        return depth;
    }
}
