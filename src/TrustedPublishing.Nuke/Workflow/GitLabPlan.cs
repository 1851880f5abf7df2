namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Everything that a generated GitLab pipeline says, decided and checked; writing it out decides nothing more.</summary>
internal sealed record GitLabPlan
{
    /// <summary>What the jobs' names begin with: nothing in the project's own pipeline file, in an included one that file's path.</summary>
    public required string JobPrefix { get; init; }

    /// <summary>The one project in which the jobs run, as <c>group/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>Patterns of tags whose push starts a release.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether it can be started by hand.</summary>
    public required bool NewPipeline { get; init; }

    /// <summary>Whether a merge request plays the release.</summary>
    public required bool MergeRequest { get; init; }

    /// <summary>Where a release goes.</summary>
    public required GitLabDestination Destination { get; init; }

    /// <summary>Where else it can go when it is started by hand; null for nowhere.</summary>
    public required GitLabDestination? Trial { get; init; }

    /// <summary>Whether a release that is started by hand goes there first.</summary>
    public required bool TrialComesFirst { get; init; }

    public required bool Attestations { get; init; }

    public required string Image { get; init; }

    public required string PublishImage { get; init; }

    public required IReadOnlyList<string> RunnerTags { get; init; }

    public required int TimeoutMinutes { get; init; }

    public required SourceOptions Sources { get; init; }

    /// <summary>The jobs that build distributions, each by a runner with its tag.</summary>
    public required IReadOnlyList<BuildLeg> Legs { get; init; }

    /// <summary>Variables of the jobs that compile and build.</summary>
    public required IReadOnlyList<BuildVariable> Variables { get; init; }

    /// <summary>Commands before Pack.</summary>
    public required IReadOnlyList<string> StepsBeforePack { get; init; }

    /// <summary>The arguments of the building job's run.</summary>
    public required IReadOnlyList<string> PackArguments { get; init; }

    /// <summary>The arguments of the run that plays a release.</summary>
    public required IReadOnlyList<string> RehearseArguments { get; init; }

    /// <summary>The further arguments of the publishing job's run.</summary>
    public required IReadOnlyList<string> PublishArguments { get; init; }

    /// <summary>What the jobs need to know of the repository.</summary>
    public required RepositoryFacts Facts { get; init; }

    /// <summary>The name of a job that builds.</summary>
    public string JobOf(BuildLeg leg) => Job(Legs.Count == 1 ? "build" : $"build-{leg.Name}");

    /// <summary>A job's name in this file: no other file has it.</summary>
    public string Job(string name) => JobPrefix + name;
}
