using System.Reflection;
using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>A build and its repository → what a generated workflow needs to know of them.</summary>
internal static class RepositoryReader
{
    public static RepositoryFacts Read(INukeBuild build, IDeclarePublisher declaration)
    {
        string root = build.RootDirectory;
        var git = GitFolder.Find(root);
        var project = BuildProject.Find(build);
        var publishing = build as IPublishDistributions;
        string? folder = publishing is null ? null : declaration.Project is { } declared ? Path.Combine(root, declared) : (string)publishing.PythonProject;
        return new()
        {
            Repository = declaration.RegisteredRepository ?? Remote(root, declaration.Provider),
            Folder = Relative(git, root) is var place and not "." ? place : null,
            Project = folder is not null && DeclaredProject.NameIn(folder) is { } name ? ProjectName.Normalize(name) : null,
            DistributionsDirectory = publishing is null ? null : Relative(root, ChosenProject.DistributionsOf(publishing, declaration.Project)),
            BuildProject = project is null ? null : Relative(root, project),
            Configuration = build.GetType().Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration is { Length: > 0 } configuration ? configuration : "Debug",
            HasLockFile = project is not null && IsLocked(project),
            BuildDirectory = Relative(root, build.BuildAssemblyDirectory),
            BuildAssembly = Path.GetFileName(build.BuildAssemblyFile),
            Start = StartRequirementsReader.Read(build),
            GlobalJson = FromRootTo(git, root).Select(place => Path.Combine(place, "global.json")).FirstOrDefault(File.Exists) is { } file ? Relative(git, file) : null,
            Platforms = PackRequests.PlatformsOf(build),
            Verifies = build is IVerifyDistributions,
            Rehearses = build is IRehearsePublish,
            HasScript = File.Exists(Path.Combine(root, "build.sh")),
            VersionTool = VersionToolReader.Find(build, folder),
            NewerPins = WorkflowCheck.Committed(git, declaration) is { } text ? PinnedAction.NewerIn(text) : [],
            Duplicates = declaration is GeneratedReleaseAttribute settings ? [.. RepositoryFacts.FindDuplicates(settings, build.GetType().GetCustomAttributes(inherit: true).OfType<GeneratedReleaseAttribute>())] : [],
            Targets = ComposedTargets.ReadAll(build),
        };
    }

    /// <summary>A remote that is known to be on the other system is a mirror and proves nothing. Self-hosted servers can have any name.</summary>
    private static string? Remote(string root, PublisherProvider provider) =>
        GitRemote.Read(root) is { } remote && !remote.Host.Contains(provider is PublisherProvider.GitLab ? "github" : "gitlab", StringComparison.OrdinalIgnoreCase)
            ? $"{remote.Owner}/{remote.Name}"
            : null;

    /// <summary>NuGet's two possible names of a lock file.</summary>
    private static bool IsLocked(AbsolutePath project) =>
        File.Exists(project.Parent / "packages.lock.json") || File.Exists(project.Parent / $"packages.{project.NameWithoutExtension.Replace(' ', '_')}.lock.json");

    private static IEnumerable<string> FromRootTo(string git, string root)
    {
        for (var folder = root; folder is not null; folder = folder == git ? null : Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
