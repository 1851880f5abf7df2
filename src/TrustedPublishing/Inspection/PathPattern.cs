using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>
/// A path that may hold <c>*</c>, <c>?</c> and <c>**</c> (any number of folders, also none). Both kinds of slashes separate on Windows.
/// </summary>
internal sealed class PathPattern
{
    private readonly Glob glob;
    private readonly bool isRecursive;

    public PathPattern(string pattern, string baseDirectory)
    {
        var full = Path.IsPathRooted(pattern) ? pattern : $"{baseDirectory}/{pattern}";
        var all = full.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var fixedCount = Array.FindIndex(all, IsWild) is >= 0 and var first ? first : all.Length;
        Root = Path.GetFullPath(string.Join('/', all[..fixedCount]) + "/");
        glob = new(string.Join('/', all[fixedCount..]), OperatingSystem.IsLinux() ? GlobRules.None : GlobRules.IgnoresCase);
        isRecursive = all[fixedCount..].Count(part => part is not ("" or ".")) > 1;
    }

    /// <summary>The folder above the first wildcard, absolute; for a pattern without one, the path itself.</summary>
    public string Root { get; }

    /// <summary>Whether there is a wildcard at all.</summary>
    public static bool IsGlob(string pattern) => IsWild(pattern);

    /// <summary>The files that match, in no particular order. Folders that may not be read are passed over, links to folders not followed.</summary>
    public IEnumerable<string> Files()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = isRecursive, IgnoreInaccessible = true, AttributesToSkip = 0 };
        return Directory.Exists(Root)
            ? new System.IO.Enumeration.FileSystemEnumerable<string>(Root, static (ref entry) => entry.ToFullPath(), options)
            {
                ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && Matches(Path.GetRelativePath(Root, entry.ToFullPath())),
                ShouldRecursePredicate = static (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            }
            : [];
    }

    private static bool IsWild(string part) => part.AsSpan().ContainsAny('*', '?');

    private bool Matches(string relative) => glob.IsMatch(relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));
}
