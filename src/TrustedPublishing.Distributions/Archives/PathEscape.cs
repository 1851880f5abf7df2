namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Members that would be written, or point, outside of the folder an archive is extracted to. PyPI accepts them; pip refuses to install
/// (<see href="https://docs.python.org/3/library/tarfile.html#tarfile.data_filter"/>).
/// </summary>
internal static class PathEscape
{
    /// <summary>Whether a member lies outside, or is a link that leads there.</summary>
    public static bool Leaves(TarMember member) =>
        Leaves(member.Name)
        || (member.IsLink && (IsAbsolute(member.LinkName) || Depth(Target(member)) is null));

    /// <summary>Whether a path is absolute or climbs above its start.</summary>
    public static bool Leaves(string path) => IsAbsolute(path) || Depth(path) is null;

    /// <summary>A symbolic link leads on from its own folder, a hard link from the archive's root.</summary>
    public static string Target(TarMember link) =>
        link.Type == '1' ? link.LinkName : $"{link.Name[..(link.Name.LastIndexOf('/') + 1)]}{link.LinkName}";

    /// <summary>A path without steps back; one that climbs above its start stays there.</summary>
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
