using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>
/// The Python project of a run: the build's own, or, if there are several, the one that <c>--pypi-project</c> names. Each has its own folders.
/// </summary>
internal static class ChosenProject
{
    public static string FolderOf(IHazPythonProject build) => build.PypiProject ?? build.PythonProject;

    /// <summary>The folder in the form of an attribute's <c>Project</c>; null for the build's own project.</summary>
    public static string? NameOf(IHazPythonProject build) => build.PypiProject is { } folder ? ProjectFolderName.Normalize(Path.GetRelativePath(build.RootDirectory, folder)) : null;

    public static string DistributionsOf(IHazPythonProject build) => DistributionsOf(build, NameOf(build));

    /// <summary>The folder for a project's distributions: next to that of the build's own project.</summary>
    public static string DistributionsOf(IHazPythonProject build, string? project) => (string)build.DistributionsDirectory + ProjectFolderName.Suffix(project);
}
