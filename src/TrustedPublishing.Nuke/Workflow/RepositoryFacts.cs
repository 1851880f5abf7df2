using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.Declaration;

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
    public IReadOnlyList<string> Duplicates { get; init; } = [];

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

    /// <summary>The files of other attributes that release the same project from the same CI system for the same tags.</summary>
    public static IEnumerable<string> FindDuplicates(GeneratedReleaseAttribute settings, IEnumerable<GeneratedReleaseAttribute> all) =>
        from IGenerateWorkflow other in all
        let candidate = (GeneratedReleaseAttribute)other
        where other.GeneratedFile != ((IGenerateWorkflow)settings).GeneratedFile && other.Provider == ((IDeclarePublisher)settings).Provider
            && other.Project == ((IDeclarePublisher)settings).Project && candidate.Index == settings.Index && candidate.OnPushTags.Intersect(settings.OnPushTags).Any()
        select other.GeneratedFile;
}
