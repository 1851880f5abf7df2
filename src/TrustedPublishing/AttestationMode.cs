namespace TrustedPublishing;

/// <summary>Whether attestations (PEP 740) are made for what is published.</summary>
public enum AttestationMode
{
    /// <summary>
    /// Where the index takes them: with Trusted Publishing from GitHub Actions or GitLab CI/CD, to PyPI, TestPyPI, or an index for which an
    /// instance of Sigstore is given. Elsewhere none, and a warning where one might expect them.
    /// </summary>
    Auto,

    /// <summary>Always; where they are not possible the release fails before anything is sent.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
