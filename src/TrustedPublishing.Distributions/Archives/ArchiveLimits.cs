namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// What is read of an archive at most, whatever it claims. Beyond a limit an archive is not judged, and a warning says so: PyPI may still
/// accept it. Every limit is far above what published projects need.
/// </summary>
internal static class ArchiveLimits
{
    /// <summary>The central directory of a ZIP archive, in bytes (32 MiB: some 300,000 members).</summary>
    public const int CentralDirectory = 32 * 1024 * 1024;

    /// <summary>A member that is read as text (METADATA, RECORD, entry_points.txt), in bytes (64 MiB).</summary>
    public const int TextMember = CoreMetadata.MaximumLength;

    /// <summary>The members of a ZIP archive that are searched for the marks of obfuscators, in bytes after decompression (256 MiB).</summary>
    public const long ScannedMembers = 256L * 1024 * 1024;

    /// <summary>A single member that is searched (5 MiB); the same as PyPI's.</summary>
    public const int ScannedMember = 5 * 1024 * 1024;

    /// <summary>A compressed tar archive, in bytes after decompression (4 GiB).</summary>
    public const long Tar = 4L * 1024 * 1024 * 1024;

    /// <summary>The members of a tar archive (one million).</summary>
    public const int TarMembers = 1_000_000;

    /// <summary>A pax header or a long name of a tar archive, in bytes (1 MiB).</summary>
    public const int TarHeader = 1024 * 1024;

    /// <summary>The names of a tar archive that are kept because they may be looked for.</summary>
    public const int KeptNames = 100_000;
}
