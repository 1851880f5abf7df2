using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The Python project that a run is about: the build's own, or the one of several that <c>--pypi-project</c> names. Each has folders of its own.</summary>
internal static partial class ChosenProject
{
    public static AbsolutePath FolderOf(IHazPythonProject build) => build.PypiProject ?? build.PythonProject;

    /// <summary>The folder as an attribute's <c>Project</c> names it; null for the build's own project.</summary>
    public static string? NameOf(IHazPythonProject build) => build.PypiProject is { } folder ? Normal(Path.GetRelativePath(build.RootDirectory, folder)) : null;

    public static AbsolutePath DistributionsOf(IHazPythonProject build) => DistributionsOf(build, NameOf(build));

    /// <summary>Where the distributions of a project go: beside those of the build's own project.</summary>
    public static AbsolutePath DistributionsOf(IHazPythonProject build, string? project) =>
        project is null ? build.DistributionsDirectory : build.DistributionsDirectory.Parent / $"{build.DistributionsDirectory.Name}{SuffixOf(project)}";

    /// <summary>What tells the files of a project from those of others.</summary>
    public static string SuffixOf(string? project) => project is null ? "" : $"-{Others().Replace(Normal(project), "-")}";

    /// <summary>A folder with forward slashes, and none around it.</summary>
    public static string Normal(string project) => project.Replace('\\', '/').Trim('/');

    [GeneratedRegex("[^A-Za-z0-9._]+")]
    private static partial Regex Others();
}
