using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Everything that a generated workflow says, decided and checked; writing it out decides nothing more.</summary>
internal sealed record WorkflowPlan
{
    public required string Name { get; init; }

    /// <summary>The one repository in which the jobs run, as <c>owner/name</c>; null when it is not known.</summary>
    public required string? Repository { get; init; }

    public required WorkflowTriggers Triggers { get; init; }

    /// <summary>The deployment environment of the publishing job.</summary>
    public required string Environment { get; init; }

    /// <summary>The page that GitHub shows as the deployment's address; null when it is not known.</summary>
    public required string? EnvironmentUrl { get; init; }

    /// <summary>The jobs that build distributions, on a runner image each.</summary>
    public required IReadOnlyList<BuildLeg> Legs { get; init; }

    /// <summary>The runner image on which the publisher is compiled, and publishes.</summary>
    public required string PublishImage { get; init; }

    public required int TimeoutMinutes { get; init; }

    /// <summary>The .NET version of the jobs that compile, where there is no <c>global.json</c>.</summary>
    public required string DotNetVersion { get; init; }

    public required string? PythonVersion { get; init; }

    public required SourceOptions Sources { get; init; }

    /// <summary>Variables of the steps that restore, prepare and pack.</summary>
    public required IReadOnlyList<BuildVariable> Variables { get; init; }

    /// <summary>Those of the variables that are no secrets.</summary>
    public IEnumerable<BuildVariable> PublicVariables => Variables.Where(variable => !variable.Value.Contains("secrets", StringComparison.OrdinalIgnoreCase) && !variable.Value.Contains("token", StringComparison.OrdinalIgnoreCase));

    /// <summary>Commands before Pack.</summary>
    public required IReadOnlyList<string> StepsBeforePack { get; init; }

    /// <summary>The arguments of the building job's run.</summary>
    public required IReadOnlyList<string> PackArguments { get; init; }

    /// <summary>The arguments of the run that plays a release.</summary>
    public required IReadOnlyList<string> RehearseArguments { get; init; }

    /// <summary>The further arguments of the publishing job's run.</summary>
    public required IReadOnlyList<string> PublishArguments { get; init; }

    /// <summary>The index, in the form that <c>--pypi-index</c> accepts.</summary>
    public required string Index { get; init; }

    public required bool Attestations { get; init; }

    /// <summary>Whether what was published is put beside its tag.</summary>
    public required GitHubReleaseMode GitHubRelease { get; init; }

    /// <summary>The pins to use, by repository.</summary>
    public required IReadOnlyDictionary<string, PinnedAction> Pins { get; init; }

    /// <summary>What the jobs need to know of the repository.</summary>
    public required RepositoryFacts Facts { get; init; }
}
