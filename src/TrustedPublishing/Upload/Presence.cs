namespace TrustedPublishing.Upload;

/// <summary>Whether an index has a file, by its digest.</summary>
internal abstract record Presence
{
    private Presence()
    {
    }

    /// <summary>No file of this name.</summary>
    public sealed record Absent : Presence;

    /// <summary>The same bytes.</summary>
    public sealed record Same(IndexFile File) : Presence;

    /// <summary>Other bytes under this name.</summary>
    public sealed record Other(IndexFile File) : Presence;

    /// <summary>A file of this name, and nothing to compare it with.</summary>
    public sealed record WithoutHash(IndexFile File) : Presence;

    /// <summary>The index could not be read.</summary>
    public sealed record Unreadable(PublishException Reason) : Presence;

    public static Presence Of(Distribution distribution, IndexProject? project) =>
        project?.Files.FirstOrDefault(file => file.FileName == distribution.FileName.Text) switch
        {
            null => new Absent(),
            { Sha256: { } sha256 } file when sha256 == distribution.Sha256 => new Same(file),
            { Sha256: not null } file => new Other(file),
            { Size: { } size } file when size != distribution.Size => new Other(file),
            var file => new WithoutHash(file),
        };
}
