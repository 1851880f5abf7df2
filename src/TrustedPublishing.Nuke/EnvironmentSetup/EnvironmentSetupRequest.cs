using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>The requested setup of the deployment environment.</summary>
internal sealed record EnvironmentSetupRequest
{
    public required PublishOptions Options { get; init; }

    public required string? GitHubToken { get; init; }

    public required IReadOnlyList<string> Reviewers { get; init; }

    public required bool AllowsSelfReview { get; init; }

    public required bool IsConfirmed { get; init; }

    public required bool StartsByHand { get; init; }

    /// <summary>Returns what must be able to deploy, given the default branch.</summary>
    public required Func<string, IReadOnlyList<GitHubRefRule>> Refs { get; init; }
}
