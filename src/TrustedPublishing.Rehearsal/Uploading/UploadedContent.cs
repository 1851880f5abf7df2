namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The received file: on disk, with everything that reading it once can tell.</summary>
internal sealed record UploadedContent
{
    /// <summary>As the part's header says it; not trusted.</summary>
    public required string FileName { get; init; }

    /// <summary>The part's content type; empty when it has none.</summary>
    public required string ContentType { get; init; }

    /// <summary>Where it lies until it is kept or deleted.</summary>
    public required string Path { get; init; }

    public required long Size { get; init; }

    public required string Md5 { get; init; }

    public required string Sha256 { get; init; }

    public required string Blake2 { get; init; }
}
