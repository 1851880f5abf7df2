namespace TrustedPublishing.Index;

/// <summary>What an index lists for a project (Simple API, PEP 503/691).</summary>
internal sealed record IndexProject
{
    /// <summary>The project's normalised name.</summary>
    public required string Name { get; init; }

    /// <summary><c>active</c>, <c>archived</c>, <c>quarantined</c> (PEP 792), or null when the index does not say.</summary>
    public string? Status { get; init; }

    /// <summary>Every file of every release that the index serves itself.</summary>
    public required IReadOnlyList<IndexFile> Files { get; init; }

    /// <summary>Files that the page names and another authority serves. They prove nothing about this index.</summary>
    internal IReadOnlyList<IndexFile> Foreign { get; init; } = [];
}
