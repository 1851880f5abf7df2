using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>
/// The Python project of a run: the build's own, or, if there are several, the one that <c>--pypi-project</c> names. Each has its own folders.
/// </summary>
internal static partial class ChosenProject
{
    public static AbsolutePath FolderOf(IHazPythonProject build) => build.PypiProject ?? build.PythonProject;

    /// <summary>The folder in the form of an attribute's <c>Project</c>; null for the build's own project.</summary>
    public static string? NameOf(IHazPythonProject build) => build.PypiProject is { } folder ? Normal(Path.GetRelativePath(build.RootDirectory, folder)) : null;

    public static AbsolutePath DistributionsOf(IHazPythonProject build) => DistributionsOf(build, NameOf(build));

    /// <summary>The folder for a project's distributions: next to that of the build's own project.</summary>
    public static AbsolutePath DistributionsOf(IHazPythonProject build, string? project) =>
        project is null ? build.DistributionsDirectory : build.DistributionsDirectory.Parent / $"{build.DistributionsDirectory.Name}{SuffixOf(project)}";

    /// <summary>The suffix that distinguishes the files of a project from those of others.</summary>
    public static string SuffixOf(string? project) => project is null ? "" : $"-{Others().Replace(Normal(project), "-")}";

    /// <summary>A folder with forward slashes, but without leading or trailing ones.</summary>
    public static string Normal(string project) => project.Replace('\\', '/').Trim('/');

    [GeneratedRegex("[^A-Za-z0-9._]+")]
    private static partial Regex Others();
}
