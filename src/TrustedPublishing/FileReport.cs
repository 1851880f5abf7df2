namespace TrustedPublishing;

/// <summary>The state of one file in the report.</summary>
public sealed record FileReport
{
    /// <summary>The file name.</summary>
    public required string FileName { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The outcome.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>Whether the index lists it under its name with its SHA-256, or serves bytes with that digest.</summary>
    public bool Verified { get; init; }

    /// <summary>The number of times that this run sent it.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the upload took, including waiting times.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The URL of the file on the index, or of the release's page; null if neither is known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The index's message if it rejected the file; otherwise null.</summary>
    public string? Message { get; init; }

    /// <summary>The attestations that this run uploaded with it; empty for none.</summary>
    internal IReadOnlyList<Attestation> Attestations { get; init; } = [];

    /// <summary>Whether the index has a different file with this name.</summary>
    internal bool IsNameTaken { get; init; }
}
