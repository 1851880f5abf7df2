using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>The planned changes. They weaken nothing, except what <see cref="Rows"/> shows as replaced.</summary>
internal sealed record EnvironmentPlan
{
    /// <summary>The environment after the changes.</summary>
    public required GitHubEnvironment Wanted { get; init; }

    /// <summary>Whether settings change, and not only rules are added.</summary>
    public required bool ChangesSettings { get; init; }

    public required IReadOnlyList<GitHubRefRule> AddedRules { get; init; }

    /// <summary>The current and the planned value of every setting.</summary>
    public required IReadOnlyList<EnvironmentPlanRow> Rows { get; init; }

    /// <summary>What the user should know before confirming.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public bool IsEmpty => !ChangesSettings && AddedRules.Count == 0;
}
