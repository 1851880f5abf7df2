namespace TrustedPublishing.Distributions;

/// <summary>The result of inspecting one distribution file in a single read.</summary>
public sealed record Distribution
{
    /// <summary>The absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>The parsed file name.</summary>
    public required DistributionFileName FileName { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of the file as 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The MD5 as 32 lower-case hexadecimal digits; null unless the index requires it.</summary>
    internal string? Md5 { get; init; }

    /// <summary>The BLAKE2b-256 as 64 lower-case hexadecimal digits; null unless the index requires it.</summary>
    internal string? Blake2 { get; init; }

    /// <summary>The metadata in the archive (METADATA in a wheel, PKG-INFO in an sdist).</summary>
    public required CoreMetadata Metadata { get; init; }
}
