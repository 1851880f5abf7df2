namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The received file: on disk, with everything that a single read reveals.</summary>
internal sealed record UploadedContent
{
    /// <summary>The name in the part's header; not trusted.</summary>
    public required string FileName { get; init; }

    /// <summary>The part's content type; empty if it has none.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its path until it is stored or deleted.</summary>
    public required string Path { get; init; }

    public required long Size { get; init; }

    public required string Md5 { get; init; }

    public required string Sha256 { get; init; }

    public required string Blake2 { get; init; }
}
