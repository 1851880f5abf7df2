using System.IO.Enumeration;

namespace TrustedPublishing.Inspection;

/// <summary>
/// A path that may hold <c>*</c>, <c>?</c> and <c>**</c> (any number of folders, also none). Both kinds of slashes separate on Windows.
/// </summary>
internal sealed class PathPattern
{
    private readonly string[] parts;

    public PathPattern(string pattern, string baseDirectory)
    {
        var full = Path.IsPathRooted(pattern) ? pattern : $"{baseDirectory}/{pattern}";
        var all = full.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var fixedCount = Array.FindIndex(all, IsWild) is >= 0 and var first ? first : all.Length;
        Root = Path.GetFullPath(string.Join('/', all[..fixedCount]) + "/");
        parts = [.. all[fixedCount..].Where(part => part is not ("" or "."))];
    }

    /// <summary>The folder above the first wildcard, absolute; for a pattern without one, the path itself.</summary>
    public string Root { get; }

    /// <summary>Whether there is a wildcard at all.</summary>
    public static bool IsGlob(string pattern) => IsWild(pattern);

    /// <summary>The files that match, in no particular order. Folders that may not be read are passed over, links to folders not followed.</summary>
    public IEnumerable<string> Files()
    {
        var recursive = parts.Length > 1;
        var options = new EnumerationOptions { RecurseSubdirectories = recursive, IgnoreInaccessible = true, AttributesToSkip = 0 };
        return Directory.Exists(Root)
            ? new FileSystemEnumerable<string>(Root, static (ref entry) => entry.ToFullPath(), options)
            {
                ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && Matches(Path.GetRelativePath(Root, entry.ToFullPath())),
                ShouldRecursePredicate = static (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            }
            : [];
    }

    private static bool IsWild(string part) => part.AsSpan().ContainsAny('*', '?');

    private bool Matches(string relative) =>
        Matches(parts, relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));

    /// <summary>One table row per part of the pattern: no pattern, however contrived, takes more than parts times names.</summary>
    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> names)
    {
        var reached = new bool[names.Length + 1];
        reached[0] = true;
        foreach (var part in pattern)
        {
            var next = new bool[names.Length + 1];
            for (var i = 0; i <= names.Length; i++)
            {
                next[i] = part == "**"
                    ? reached[i] || (i > 0 && next[i - 1])
                    : i > 0 && reached[i - 1] && FileSystemName.MatchesSimpleExpression(part, names[i - 1], !OperatingSystem.IsLinux());
            }

            reached = next;
        }

        return reached[^1];
    }
}
