using System.Reflection;
using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The facts about the repository and its build that a generated workflow needs. Paths are relative to the build's root, with forward slashes.
/// </summary>
internal sealed record RepositoryFacts
{
    /// <summary>The repository as <c>owner/name</c>; null if it is unknown.</summary>
    public required string? Repository { get; init; }

    /// <summary>The build's root, relative to the folder of the git repository; null if it is that folder.</summary>
    public string? Folder { get; init; }

    /// <summary>The project's normalised name; null if <c>pyproject.toml</c> does not state it.</summary>
    public required string? Project { get; init; }

    /// <summary>The folder for distributions; null if the build publishes none.</summary>
    public required string? DistributionsDirectory { get; init; }

    /// <summary>The project file of the build; null if there is none.</summary>
    public required string? BuildProject { get; init; }

    /// <summary>The configuration in which the build is compiled.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>Whether the versions of the build's packages are locked.</summary>
    public bool HasLockFile { get; init; }

    public required string BuildDirectory { get; init; }

    public required string BuildAssembly { get; init; }

    public required StartRequirements Start { get; init; }

    /// <summary>The applicable <c>global.json</c>, relative to the folder of the git repository; null if there is none.</summary>
    public required string? GlobalJson { get; init; }

    /// <summary>The platforms that the build packs; null if it packs no platform wheels.</summary>
    public PackedPlatforms? Platforms { get; init; }

    /// <summary>Whether the build verifies its distributions.</summary>
    public bool Verifies { get; init; }

    /// <summary>Whether the build can rehearse a release.</summary>
    public bool Rehearses { get; init; } = true;

    /// <summary>Whether <c>build.sh</c> is in the root.</summary>
    public bool HasScript { get; init; } = true;

    /// <summary>The tool that computes versions from the git history; null if no known tool is used.</summary>
    public VersionTool? VersionTool { get; init; }

    /// <summary>Other generated files that are started by the same tags and publish the same project to the same index.</summary>
    public IReadOnlyList<string> Twins { get; init; } = [];

    /// <summary>The pins in the existing file that are newer than the built-in ones.</summary>
    public IReadOnlyList<PinnedAction> NewerPins { get; init; } = [];

    /// <summary>The targets that the jobs run.</summary>
    public IReadOnlyList<ComposedTarget> Targets { get; init; } = [];

    /// <summary>The project's page on an index; null if either is unknown.</summary>
    public string? PageOn(PackageIndex index) => Project is { } project && index.WebUrl is { } web ? $"{web}project/{project}/" : null;

    /// <summary>The targets of the build job.</summary>
    public IEnumerable<string> BuildTargets => Verifies ? ["Pack", "VerifyDistributions"] : ["Pack"];

    /// <summary>A path relative to the folder of the git repository, where actions and runners look.</summary>
    public string InRepository(string path) => Folder is null ? path : $"{Folder}/{path}";

    public static RepositoryFacts Read(INukeBuild build, IDeclarePublisher declaration)
    {
        var root = build.RootDirectory;
        var git = GitFolder.Find(root);
        var publishing = build as IPublishDistributions;
        string? folder = publishing is null ? null : declaration.Project is { } declared ? root / declared : publishing.PythonProject;
        return new()
        {
            Repository = declaration.RegisteredRepository ?? Remote(root, declaration.Provider),
            Folder = Relative(git, root) is var place and not "." ? place : null,
            Project = folder is not null && DeclaredProject.NameIn(folder) is { } name ? ProjectName.Normalize(name) : null,
            DistributionsDirectory = publishing is null ? null : Relative(root, ChosenProject.DistributionsOf(publishing, declaration.Project)),
            BuildProject = Hosting.BuildProject.Find(build) is { } project ? Relative(root, project) : null,
            Configuration = build.GetType().Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration is { Length: > 0 } configuration ? configuration : "Debug",
            HasLockFile = Hosting.BuildProject.Find(build) is { } locked && IsLocked(locked),
            BuildDirectory = Relative(root, build.BuildAssemblyDirectory),
            BuildAssembly = Path.GetFileName(build.BuildAssemblyFile),
            Start = StartRequirements.FromBuild(build),
            GlobalJson = FromRootTo(git, root).Select(place => Path.Combine(place, "global.json")).FirstOrDefault(File.Exists) is { } file ? Relative(git, file) : null,
            Platforms = PackedPlatforms.FromBuild(build),
            Verifies = build is IVerifyDistributions,
            Rehearses = build is IRehearsePublish,
            HasScript = File.Exists(root / "build.sh"),
            VersionTool = VersionTool.Find(build, folder),
            NewerPins = declaration is IGenerateWorkflow workflow && WorkflowCheck.Committed(build, workflow) is { } text ? PinnedAction.NewerIn(text) : [],
            Twins = declaration is GeneratedReleaseAttribute settings ? [.. FindTwins(settings, build.GetType().GetCustomAttributes(inherit: true).OfType<GeneratedReleaseAttribute>())] : [],
            Targets = ComposedTargets.ReadAll(build),
        };
    }

    /// <summary>The files of other attributes that release the same project from the same CI system for the same tags.</summary>
    public static IEnumerable<string> FindTwins(GeneratedReleaseAttribute settings, IEnumerable<GeneratedReleaseAttribute> all) =>
        from IGenerateWorkflow other in all
        let twin = (GeneratedReleaseAttribute)other
        where other.GeneratedFile != ((IGenerateWorkflow)settings).GeneratedFile && other.Provider == ((IDeclarePublisher)settings).Provider
            && other.Project == ((IDeclarePublisher)settings).Project && twin.Index == settings.Index && twin.OnPushTags.Intersect(settings.OnPushTags).Any()
        select other.GeneratedFile;

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
