namespace TrustedPublishing;

/// <summary>Whether a release must be proven by what the index lists (Simple API).</summary>
public enum VerifyLevel
{
    /// <summary>
    /// The index must be readable before the first byte is sent, and list every file with its digest afterwards. PyPI and TestPyPI, whose
    /// caches may hide a file for minutes, may list it later: that is a warning.
    /// </summary>
    Require,

    /// <summary>An index that cannot be read, and a file that it does not list, are warnings.</summary>
    Warn,

    /// <summary>The index is not read after the release, and one that cannot be read before it is accepted. Nothing is proven.</summary>
    Off,
}
