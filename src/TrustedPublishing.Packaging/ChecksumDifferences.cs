namespace TrustedPublishing.Packaging;

/// <summary>How a folder differs from its checksums, each list sorted by file name.</summary>
public sealed record ChecksumDifferences
{
    /// <summary>Listed but missing.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Distributions that exist but are not listed.</summary>
    public required IReadOnlyList<string> Extra { get; init; }

    /// <summary>Listed with another digest.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>Whether there is no difference.</summary>
    public bool AreNone => Missing.Count + Extra.Count + Changed.Count == 0;
}
