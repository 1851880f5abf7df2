namespace TrustedPublishing.Nuke.GitHub;

/// <summary>What may deploy to an environment.</summary>
internal enum GitHubRefLimit
{
    /// <summary>Every branch and tag.</summary>
    None,

    /// <summary>Protected branches, and no tags.</summary>
    ProtectedBranches,

    /// <summary>The branches and tags that a rule names.</summary>
    Rules,
}
