using TrustedPublishing.Index;
using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Everything that the Doctor judges, gathered before anything is judged.</summary>
internal sealed record DoctorFacts
{
    /// <summary>The declared publisher; null when no workflow is declared or the repository is not known.</summary>
    public required TrustedPublisher? Publisher { get; init; }

    /// <summary>Whether the publisher's environment is only for runs that are started by hand.</summary>
    public bool IsForRunsByHand { get; init; }

    /// <summary>The project's name as <c>pyproject.toml</c> writes it; null with the reason in <see cref="ProjectProblem"/>.</summary>
    public required string? Project { get; init; }

    public string? ProjectProblem { get; init; }

    /// <summary>Whether there is a <c>pyproject.toml</c> at all.</summary>
    public bool HasProjectFile { get; init; } = true;

    /// <summary>The targets that a release runs.</summary>
    public IReadOnlyList<ComposedTarget> Targets { get; init; } = [];

    /// <summary>The version that <c>pyproject.toml</c> states, or the build; null when only the project's build backend knows it.</summary>
    public required string? Version { get; init; }

    public required IReadOnlyList<WorkflowFile> Workflows { get; init; }

    /// <summary>The declared pipeline of GitLab; null when it is not in the repository, or none is declared.</summary>
    public WorkflowFile? Pipeline { get; init; }

    /// <summary>The pipeline that is generated for <see cref="Pipeline"/> to include; null when it is not in the repository, or is that file itself.</summary>
    public WorkflowFile? Included { get; init; }

    /// <summary>The path of <see cref="Included"/>; null when there is none to include.</summary>
    public string? IncludedPath { get; init; }

    public required PackageIndex Index { get; init; }

    public required LookupResult<IndexProject> Listed { get; init; }

    public required LookupResult<CiIdentity> Identity { get; init; }

    public required LookupResult<GitHubRepository> GitHub { get; init; }

    public required DateTimeOffset Now { get; init; }
}
