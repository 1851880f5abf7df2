using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>The minimum protection of an environment.</summary>
internal sealed record DesiredEnvironment
{
    public required IReadOnlyList<GitHubReviewer> Reviewers { get; init; }

    public required bool AllowsSelfReview { get; init; }

    /// <summary>What must be able to deploy, as rules.</summary>
    public required IReadOnlyList<GitHubRefRule> Refs { get; init; }

    /// <summary>Whether runs are also started manually, on a branch or tag that the user selects.</summary>
    public required bool StartsByHand { get; init; }
}
