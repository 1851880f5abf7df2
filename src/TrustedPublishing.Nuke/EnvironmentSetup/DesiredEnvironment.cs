using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>How an environment should be protected at least.</summary>
internal sealed record DesiredEnvironment
{
    public required IReadOnlyList<GitHubReviewer> Reviewers { get; init; }

    public required bool AllowsSelfReview { get; init; }

    /// <summary>What must be able to deploy, as rules.</summary>
    public required IReadOnlyList<GitHubRefRule> Refs { get; init; }

    /// <summary>Whether runs are also started by hand, on a branch or tag that somebody chooses.</summary>
    public required bool StartsByHand { get; init; }
}
