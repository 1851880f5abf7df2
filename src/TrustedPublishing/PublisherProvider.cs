namespace TrustedPublishing;

/// <summary>The CI systems that PyPI accepts as trusted publishers and that a repository can declare.</summary>
public enum PublisherProvider
{
    /// <summary>GitHub Actions.</summary>
    GitHub,

    /// <summary>GitLab CI/CD.</summary>
    GitLab,
}
