namespace TrustedPublishing.Nuke;

/// <summary>Whether the published files are put beside their tag on GitHub.</summary>
public enum GitHubReleaseMode
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>They are put into a draft, which somebody publishes.</summary>
    Draft,

    /// <summary>They are put into a release that is published at once.</summary>
    Published,
}
