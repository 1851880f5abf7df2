namespace TrustedPublishing.Index;

/// <summary>One file that an index lists.</summary>
internal sealed record IndexFile
{
    /// <summary>The file name.</summary>
    public required string FileName { get; init; }

    /// <summary>The URL that serves it.</summary>
    public required Uri Url { get; init; }

    /// <summary>The SHA-256 as 64 lower-case hexadecimal digits, or null if the index does not list it.</summary>
    public string? Sha256 { get; init; }

    /// <summary>
    /// The MD5 as 32 lower-case hexadecimal digits, or null if the index does not list it. It can prove that files differ, never that they are equal.
    /// </summary>
    internal string? Md5 { get; init; }

    /// <summary>The size in bytes, or null if the index does not list it.</summary>
    public long? Size { get; init; }

    /// <summary>The supported Python versions, or null.</summary>
    public string? RequiresPython { get; init; }

    /// <summary>When it was uploaded, or null if the index does not list it.</summary>
    public DateTimeOffset? UploadTime { get; init; }

    /// <summary>Whether it was yanked.</summary>
    public bool Yanked { get; init; }

    /// <summary>The URL of its provenance (PEP 740), or null.</summary>
    public Uri? Provenance { get; init; }
}
