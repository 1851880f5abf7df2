namespace TrustedPublishing.Nuke.GitHub;

/// <summary>The repository as GitHub describes it.</summary>
internal sealed record GitHubRepository
{
    public required string FullName { get; init; }

    public required string DefaultBranch { get; init; }

    public required bool Fork { get; init; }

    public required bool Archived { get; init; }

    /// <summary>The declared environment; null when GitHub has none of that name.</summary>
    public required LookupResult<GitHubEnvironment> Environment { get; init; }

    /// <summary>The path of the declared workflow on the default branch; null when it is not there.</summary>
    public required LookupResult<string> Workflow { get; init; }
}
