using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>Whether an index has a file, by its digest.</summary>
internal abstract record RemoteFile
{
    private RemoteFile()
    {
    }

    /// <summary>No file of this name.</summary>
    public sealed record Absent : RemoteFile;

    /// <summary>The same bytes.</summary>
    public sealed record Same(IndexFile File) : RemoteFile;

    /// <summary>Other bytes under this name.</summary>
    public sealed record Other(IndexFile File) : RemoteFile;

    /// <summary>A file of this name, and nothing to compare it with.</summary>
    public sealed record WithoutHash(IndexFile File) : RemoteFile;

    /// <summary>The index could not be read.</summary>
    public sealed record Unreadable(PublishException Reason) : RemoteFile;

    public static RemoteFile Of(Distribution distribution, IndexProject? project) =>
        project?.Files.FirstOrDefault(file => file.FileName == distribution.FileName.Text) switch
        {
            null => new Absent(),
            { Sha256: { } sha256 } file when sha256 == distribution.Sha256 => new Same(file),
            { Sha256: not null } file => new Other(file),
            { Size: { } size } file when size != distribution.Size => new Other(file),
            var file => new WithoutHash(file),
        };
}
