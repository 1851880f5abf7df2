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

    /// <summary>The patterns of the tags that start the declared workflow.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether the declared environment is TestPyPI's own.</summary>
    public required bool IsForRunsByHand { get; init; }
}
