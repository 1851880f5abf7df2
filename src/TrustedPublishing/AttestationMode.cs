namespace TrustedPublishing;

/// <summary>Whether attestations (PEP 740) are made for published files.</summary>
public enum AttestationMode
{
    /// <summary>
    /// If the index accepts them: with Trusted Publishing from GitHub Actions or GitLab CI/CD, to PyPI, TestPyPI, or an index for which an
    /// instance of Sigstore is given. Otherwise none, with a warning if a user might expect them.
    /// </summary>
    Auto,

    /// <summary>Always; if they are not possible, the release fails before anything is sent.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
