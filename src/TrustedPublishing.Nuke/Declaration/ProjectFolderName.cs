using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The folder of one of several Python projects, as a declaration names it, and what is named after it.</summary>
internal static partial class ProjectFolderName
{
    /// <summary>A folder with forward slashes, but without leading or trailing ones.</summary>
    public static string Normalize(string project) => project.Replace('\\', '/').Trim('/');

    /// <summary>What distinguishes the files of a project from those of others; empty for the build's own project.</summary>
    public static string Suffix(string? project) => project is null ? "" : $"-{Others().Replace(Normalize(project), "-")}";

    [GeneratedRegex("[^A-Za-z0-9._]+")]
    private static partial Regex Others();
}
