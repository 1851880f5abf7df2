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

    /// <summary>The runner images on which distributions are built; the first one also compiles the build for the publishing job.</summary>
    public required IReadOnlyList<string> Images { get; init; }

    public required string PublishImage { get; init; }

    public required int TimeoutMinutes { get; init; }

    /// <summary>The .NET version of the publishing job, and of the building job where there is no <c>global.json</c>.</summary>
    public required string DotNetVersion { get; init; }

    public required bool HasGlobalJson { get; init; }

    public required string? PythonVersion { get; init; }

    /// <summary>Commands before Pack.</summary>
    public required IReadOnlyList<string> StepsBeforePack { get; init; }

    /// <summary>The arguments of the building job's run.</summary>
    public required IReadOnlyList<string> PackArguments { get; init; }

    /// <summary>The index, as <c>--pypi-index</c> takes it.</summary>
    public required string Index { get; init; }

    public required bool Attestations { get; init; }

    /// <summary>Relative to the repository's root, with forward slashes.</summary>
    public required string DistributionsDirectory { get; init; }

    /// <summary>The folder of the compiled build, relative to the repository's root.</summary>
    public required string BuildDirectory { get; init; }

    /// <summary>The file in it that is run.</summary>
    public required string BuildAssembly { get; init; }

    /// <summary>Further files that the build reads when it starts, relative to the repository's root.</summary>
    public required IReadOnlyList<string> BuildInputs { get; init; }

    /// <summary>Whether the build reads a git repository when it starts.</summary>
    public required bool NeedsGit { get; init; }

    /// <summary>The pins to use, by repository.</summary>
    public required IReadOnlyDictionary<string, PinnedAction> Pins { get; init; }
}
