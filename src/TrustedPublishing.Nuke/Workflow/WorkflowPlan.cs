using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The complete, validated content of a generated workflow; writing it makes no further decisions.</summary>
internal sealed record WorkflowPlan
{
    public required string Name { get; init; }

    /// <summary>The only repository in which the jobs run, as <c>owner/name</c>; null if it is unknown.</summary>
    public required string? Repository { get; init; }

    public required WorkflowTriggers Triggers { get; init; }

    /// <summary>The deployment environment of the publishing job.</summary>
    public required string Environment { get; init; }

    /// <summary>The URL that GitHub shows for the deployment; null if it is unknown.</summary>
    public required string? EnvironmentUrl { get; init; }

    /// <summary>The build jobs, each on a runner image.</summary>
    public required IReadOnlyList<BuildLeg> Legs { get; init; }

    /// <summary>The runner image that compiles and runs the publisher.</summary>
    public required string PublishImage { get; init; }

    public required int TimeoutMinutes { get; init; }

    /// <summary>The .NET version of the jobs that compile if there is no <c>global.json</c>.</summary>
    public required string DotNetVersion { get; init; }

    public required string? PythonVersion { get; init; }

    public required SourceOptions Sources { get; init; }

    /// <summary>Variables of the steps that restore, prepare and pack.</summary>
    public required IReadOnlyList<BuildVariable> Variables { get; init; }

    /// <summary>The variables that are not secrets.</summary>
    public IEnumerable<BuildVariable> PublicVariables => Variables.Where(variable => !variable.Value.Contains("secrets", StringComparison.OrdinalIgnoreCase) && !variable.Value.Contains("token", StringComparison.OrdinalIgnoreCase));

    /// <summary>Commands to run before Pack.</summary>
    public required IReadOnlyList<string> StepsBeforePack { get; init; }

    /// <summary>The arguments of the build job.</summary>
    public required IReadOnlyList<string> PackArguments { get; init; }

    /// <summary>The arguments of the rehearsal.</summary>
    public required IReadOnlyList<string> RehearseArguments { get; init; }

    /// <summary>Additional arguments of the publishing job.</summary>
    public required IReadOnlyList<string> PublishArguments { get; init; }

    /// <summary>The index, in the form that <c>--pypi-index</c> accepts.</summary>
    public required string Index { get; init; }

    public required bool Attestations { get; init; }

    /// <summary>Whether the published files are added to the tag's GitHub release.</summary>
    public required GitHubReleaseMode GitHubRelease { get; init; }

    /// <summary>The pins to use, by repository.</summary>
    public required IReadOnlyDictionary<string, PinnedAction> Pins { get; init; }

    /// <summary>The facts about the repository that the jobs need.</summary>
    public required RepositoryFacts Facts { get; init; }
}
