namespace TrustedPublishing.Index;

/// <summary>What an index lists for a project (Simple API, PEP 503/691).</summary>
internal sealed record IndexProject
{
    /// <summary>The project's normalised name.</summary>
    public required string Name { get; init; }

    /// <summary><c>active</c>, <c>archived</c>, <c>quarantined</c> (PEP 792), or null if the index does not report one.</summary>
    public string? Status { get; init; }

    /// <summary>All files of all releases that the index itself serves.</summary>
    public required IReadOnlyList<IndexFile> Files { get; init; }

    /// <summary>Files that the page lists and another host serves. They prove nothing about this index.</summary>
    internal IReadOnlyList<IndexFile> Foreign { get; init; } = [];
}
