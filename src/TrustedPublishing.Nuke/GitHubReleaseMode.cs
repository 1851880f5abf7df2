namespace TrustedPublishing.Nuke;

/// <summary>Whether the published files are added to the GitHub release of the tag.</summary>
public enum GitHubReleaseMode
{
    /// <summary>No.</summary>
    None,

    /// <summary>They are added to a draft release, to be published by hand.</summary>
    Draft,

    /// <summary>They are added to a release that is published immediately.</summary>
    Published,
}
