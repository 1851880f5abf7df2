namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Limits on how much of an archive is read, whatever it claims. An archive that exceeds a limit is not checked, and a warning says so: PyPI may
/// still accept it. Every limit is far above the needs of published projects.
/// </summary>
internal static class ArchiveLimits
{
    /// <summary>The central directory of a ZIP archive, in bytes (32 MiB: about 300,000 members).</summary>
    public const int CentralDirectory = 32 * 1024 * 1024;

    /// <summary>A member that is read as text (METADATA, RECORD, entry_points.txt), in bytes (64 MiB).</summary>
    public const int TextMember = CoreMetadata.MaximumLength;

    /// <summary>All members of a ZIP archive that are searched for traces of obfuscators, in bytes after decompression (256 MiB).</summary>
    public const long ScannedMembers = 256L * 1024 * 1024;

    /// <summary>A single member that is searched, in bytes (5 MiB, as on PyPI).</summary>
    public const int ScannedMember = 5 * 1024 * 1024;

    /// <summary>A compressed tar archive, in bytes after decompression (4 GiB).</summary>
    public const long Tar = 4L * 1024 * 1024 * 1024;

    /// <summary>The number of members of a tar archive (one million).</summary>
    public const int TarMembers = 1_000_000;

    /// <summary>A pax header or long name in a tar archive, in bytes (1 MiB).</summary>
    public const int TarHeader = 1024 * 1024;

    /// <summary>The number of names of a tar archive that are kept for later lookup.</summary>
    public const int KeptNames = 100_000;
}
