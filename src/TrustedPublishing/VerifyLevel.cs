namespace TrustedPublishing;

/// <summary>Whether the index's listing (Simple API) must prove a release.</summary>
public enum VerifyLevel
{
    /// <summary>
    /// The index must be readable before the first byte is sent and must list every file with its digest afterwards. PyPI and TestPyPI, whose
    /// caches can hide a file for minutes, may list it later; this causes a warning.
    /// </summary>
    Require,

    /// <summary>An index that cannot be read and files that it does not list cause warnings.</summary>
    Warn,

    /// <summary>The index is not read after the release, and need not be readable before it. Nothing is verified.</summary>
    Off,
}
