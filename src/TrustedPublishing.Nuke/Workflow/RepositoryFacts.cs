using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What a generated workflow needs to know of the repository and its build. Paths are relative to the root, with forward slashes.</summary>
internal sealed record RepositoryFacts
{
    /// <summary>The repository as <c>owner/name</c>; null when it is not known.</summary>
    public required string? Repository { get; init; }

    /// <summary>The project's normalised name; null when <c>pyproject.toml</c> does not tell.</summary>
    public required string? Project { get; init; }

    /// <summary>Where distributions go; null when the build publishes none.</summary>
    public required string? DistributionsDirectory { get; init; }

    public required string BuildDirectory { get; init; }

    public required string BuildAssembly { get; init; }

    public required StartRequirements Start { get; init; }

    public required bool HasGlobalJson { get; init; }

    /// <summary>The project's page on an index; null when one of them is not known.</summary>
    public string? PageOn(PackageIndex index) => Project is { } project && index.WebUrl is { } web ? $"{web}project/{project}/" : null;

    public static RepositoryFacts Of(INukeBuild build, IDeclarePublisher declaration)
    {
        var root = build.RootDirectory;
        var publishing = build as IPublishDistributions;
        return new()
        {
            Repository = declaration.RegisteredRepository ?? Remote(root, declaration.Provider),
            Project = publishing is not null && DeclaredProject.NameIn(publishing.PythonProject) is { } name ? ProjectName.Normalize(name) : null,
            DistributionsDirectory = publishing is null ? null : Relative(root, publishing.DistributionsDirectory),
            BuildDirectory = Relative(root, build.BuildAssemblyDirectory),
            BuildAssembly = Path.GetFileName(build.BuildAssemblyFile),
            Start = StartRequirements.Of(build),
            HasGlobalJson = File.Exists(root / "global.json"),
        };
    }

    /// <summary>A remote that is known to be on the other system tells nothing: it is a mirror. Both can have other names, on servers of their own.</summary>
    private static string? Remote(string root, PublisherProvider provider) =>
        GitRemote.Of(root) is { } remote && !remote.Host.Contains(provider is PublisherProvider.GitLab ? "github" : "gitlab", StringComparison.OrdinalIgnoreCase)
            ? $"{remote.Owner}/{remote.Name}"
            : null;

    private static string Relative(AbsolutePath root, AbsolutePath path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
