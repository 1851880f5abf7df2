using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>What would be changed. Nothing in it is weaker than what there is, except what <see cref="Rows"/> shows as replaced.</summary>
internal sealed record EnvironmentPlan
{
    /// <summary>The environment as it would be.</summary>
    public required GitHubEnvironment Wanted { get; init; }

    /// <summary>Whether more than rules have to be added.</summary>
    public required bool ChangesSettings { get; init; }

    public required IReadOnlyList<GitHubRefRule> AddedRules { get; init; }

    /// <summary>Every setting as it is and as it would be.</summary>
    public required IReadOnlyList<EnvironmentPlanRow> Rows { get; init; }

    /// <summary>What somebody should know before they confirm.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public bool IsEmpty => !ChangesSettings && AddedRules.Count == 0;
}
