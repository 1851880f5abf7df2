using TrustedPublishing.Index;
using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Everything that the Doctor checks, collected before the first check.</summary>
internal sealed record DoctorFacts
{
    /// <summary>The declared publisher; null if no workflow is declared or the repository is unknown.</summary>
    public required TrustedPublisher? Publisher { get; init; }

    /// <summary>Whether the publisher's environment is only for manually started runs.</summary>
    public bool IsForRunsByHand { get; init; }

    /// <summary>The project's name as written in <c>pyproject.toml</c>; if null, <see cref="ProjectProblem"/> gives the reason.</summary>
    public required string? Project { get; init; }

    public string? ProjectProblem { get; init; }

    /// <summary>Whether there is a <c>pyproject.toml</c>.</summary>
    public bool HasProjectFile { get; init; } = true;

    /// <summary>The targets that a release runs.</summary>
    public IReadOnlyList<ComposedTarget> Targets { get; init; } = [];

    /// <summary>The version stated by <c>pyproject.toml</c> or by the build; null if only the project's build backend can compute it.</summary>
    public required string? Version { get; init; }

    public required IReadOnlyList<WorkflowFile> Workflows { get; init; }

    /// <summary>The declared GitLab pipeline; null if it is not in the repository, or none is declared.</summary>
    public WorkflowFile? Pipeline { get; init; }

    /// <summary>
    /// The generated pipeline that <see cref="Pipeline"/> must include; null if it is not in the repository, or is that file itself.
    /// </summary>
    public WorkflowFile? Included { get; init; }

    /// <summary>The path of <see cref="Included"/>; null if there is none to include.</summary>
    public string? IncludedPath { get; init; }

    public required PackageIndex Index { get; init; }

    public required LookupResult<IndexProject> Listed { get; init; }

    public required LookupResult<CiIdentity> Identity { get; init; }

    public required LookupResult<GitHubRepository> GitHub { get; init; }

    public required DateTimeOffset Now { get; init; }
}
