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
    private static string Target(TarMember link) =>
        link.Type == '1' ? link.LinkName : $"{link.Name[..(link.Name.LastIndexOf('/') + 1)]}{link.LinkName}";

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
