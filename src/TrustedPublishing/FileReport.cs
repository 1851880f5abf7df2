namespace TrustedPublishing;

/// <summary>What became of one file, as the report shows it.</summary>
public sealed record FileReport
{
    /// <summary>The file name.</summary>
    public required string FileName { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What became of it.</summary>
    public required UploadOutcome Outcome { get; init; }

    /// <summary>Whether the index lists it under its name with its SHA-256, or serves bytes with that digest.</summary>
    public bool Verified { get; init; }

    /// <summary>How often it was sent by this run.</summary>
    public int Attempts { get; init; }

    /// <summary>How long sending took, waiting included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Where the index serves it, or the release's page; null when neither is known.</summary>
    public Uri? Url { get; init; }

    /// <summary>What the index said when it refused the file; null otherwise.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the index holds other bytes under its name.</summary>
    internal bool IsNameTaken { get; init; }
}
