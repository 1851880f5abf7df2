namespace TrustedPublishing.Nuke.GitHub;

/// <summary>The repository according to GitHub.</summary>
internal sealed record GitHubRepository
{
    public required string FullName { get; init; }

    public required string DefaultBranch { get; init; }

    public required bool Fork { get; init; }

    public required bool Archived { get; init; }

    /// <summary>The declared environment; null if GitHub has none with that name.</summary>
    public required LookupResult<GitHubEnvironment> Environment { get; init; }

    /// <summary>The path of the declared workflow on the default branch; null if it does not exist there.</summary>
    public required LookupResult<string> Workflow { get; init; }
}
