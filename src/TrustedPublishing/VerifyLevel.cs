namespace TrustedPublishing;

/// <summary>Whether the index's listing (Simple API) must prove a release.</summary>
public enum VerifyLevel
{
    /// <summary>
    /// The index must be readable before the first byte is sent and must list every file with its digest afterwards. PyPI and TestPyPI, whose
    /// caches can hide a file for minutes, may list it later; this causes a warning.
    /// </summary>
    Require,

    /// <summary>If the index cannot be read or does not list a file, this causes a warning.</summary>
    Warn,

    /// <summary>The index is not read after the release, and does not have to be readable before it. Nothing is verified.</summary>
    Off,
}
