using Nuke.Common;
using Nuke.Common.IO;

namespace TrustedPublishing.Nuke;

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

    public static RepositoryFacts Of(INukeBuild build, string? repository)
    {
        var root = build.RootDirectory;
        var publishing = build as IPublishDistributions;
        return new()
        {
            Repository = repository ?? (GitRemote.Of(root) is { } remote ? $"{remote.Owner}/{remote.Name}" : null),
            Project = publishing is not null && DeclaredProject.NameIn(publishing.PythonProject) is { } name ? ProjectName.Normalize(name) : null,
            DistributionsDirectory = publishing is null ? null : Relative(root, publishing.DistributionsDirectory),
            BuildDirectory = Relative(root, build.BuildAssemblyDirectory),
            BuildAssembly = Path.GetFileName(build.BuildAssemblyFile),
            Start = StartRequirements.Of(build),
            HasGlobalJson = File.Exists(root / "global.json"),
        };
    }

    private static string Relative(AbsolutePath root, AbsolutePath path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
