using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal;

/// <summary>A file that the index accepted.</summary>
public sealed record ReceivedFile
{
    /// <summary>The file name.</summary>
    public required string FileName { get; init; }

    /// <summary>The project's display name.</summary>
    public required string Project { get; init; }

    /// <summary>The release's version.</summary>
    public required string Version { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was accepted, by the index's clock.</summary>
    public required DateTimeOffset Uploaded { get; init; }

    /// <summary>The path of the content on disk while the index runs.</summary>
    public required string Path { get; init; }

    /// <summary>The URL that serves it.</summary>
    public required Uri Url { get; init; }

    /// <summary>The release's metadata: the form fields of its first upload.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>The provenance as the Integrity API serves it, in JSON; null if the file has no attestations.</summary>
    public string? Provenance { get; init; }
}
