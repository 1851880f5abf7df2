namespace TrustedPublishing.Nuke.GitHub;

/// <summary>The protection of a deployment environment.</summary>
internal sealed record GitHubEnvironment
{
    /// <summary>Who must approve a deployment; one of them is enough.</summary>
    public required IReadOnlyList<GitHubReviewer> Reviewers { get; init; }

    /// <summary>Whether users cannot approve deployments that they started.</summary>
    public required bool PreventsSelfReview { get; init; }

    /// <summary>How long a deployment waits, in minutes.</summary>
    public required int WaitMinutes { get; init; }

    public required GitHubRefLimit Limit { get; init; }

    /// <summary>Which branches and tags may deploy; empty unless <see cref="Limit"/> is <see cref="GitHubRefLimit.Rules"/>.</summary>
    public required LookupResult<IReadOnlyList<GitHubRefRule>> Rules { get; init; }

    /// <summary>Whether administrators can bypass the rules; null if GitHub does not say.</summary>
    public required bool? AdministratorsBypass { get; init; }
}
