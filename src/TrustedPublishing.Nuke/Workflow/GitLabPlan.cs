namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The complete, validated content of a generated GitLab pipeline; writing it makes no further decisions.</summary>
internal sealed record GitLabPlan
{
    /// <summary>The prefix of job names: empty in the project's own pipeline file; in an included file, its path.</summary>
    public required string JobPrefix { get; init; }

    /// <summary>The only project in which the jobs run, as <c>group/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>Patterns of tags whose push starts a release.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether it can be started manually.</summary>
    public required bool NewPipeline { get; init; }

    /// <summary>Whether merge requests rehearse the release.</summary>
    public required bool MergeRequest { get; init; }

    /// <summary>The destination of a release.</summary>
    public required GitLabDestination Destination { get; init; }

    /// <summary>The alternative destination of a manually started release; null for none.</summary>
    public required GitLabDestination? Trial { get; init; }

    /// <summary>Whether a manually started release is first published there.</summary>
    public required bool TrialComesFirst { get; init; }

    public required bool Attestations { get; init; }

    public required string Image { get; init; }

    public required string PublishImage { get; init; }

    public required IReadOnlyList<string> RunnerTags { get; init; }

    public required int TimeoutMinutes { get; init; }

    public required SourceOptions Sources { get; init; }

    /// <summary>The build jobs, each run by a runner with its tag.</summary>
    public required IReadOnlyList<BuildLeg> Legs { get; init; }

    /// <summary>Variables of the jobs that compile and build.</summary>
    public required IReadOnlyList<BuildVariable> Variables { get; init; }

    /// <summary>Commands to run before Pack.</summary>
    public required IReadOnlyList<string> StepsBeforePack { get; init; }

    /// <summary>The arguments of the build job.</summary>
    public required IReadOnlyList<string> PackArguments { get; init; }

    /// <summary>The arguments of the rehearsal.</summary>
    public required IReadOnlyList<string> RehearseArguments { get; init; }

    /// <summary>Additional arguments of the publishing job.</summary>
    public required IReadOnlyList<string> PublishArguments { get; init; }

    /// <summary>The facts about the repository that the jobs need.</summary>
    public required RepositoryFacts Facts { get; init; }

    /// <summary>The name of a build job.</summary>
    public string JobOf(BuildLeg leg) => Job(Legs.Count == 1 ? "build" : $"build-{leg.Name}");

    /// <summary>The name of a job, unique to this file.</summary>
    public string Job(string name) => JobPrefix + name;
}
