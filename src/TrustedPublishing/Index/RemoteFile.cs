using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>Whether an index has a file, by name and digest.</summary>
internal abstract record RemoteFile
{
    private RemoteFile()
    {
    }

    /// <summary>No file of this name that is the index's own.</summary>
    /// <param name="Elsewhere">Where the index lists a file of this name that another authority serves; null for nowhere.</param>
    public sealed record Absent(Uri? Elsewhere = null) : RemoteFile;

    /// <summary>The same bytes under this name.</summary>
    public sealed record Same(IndexFile File) : RemoteFile;

    /// <summary>Other bytes under this name.</summary>
    public sealed record Other(IndexFile File) : RemoteFile;

    /// <summary>A file of this name, and nothing to compare it with.</summary>
    public sealed record WithoutHash(IndexFile File) : RemoteFile;

    /// <summary>The index could not be read.</summary>
    public sealed record Unreadable(PublishException Reason) : RemoteFile;

    /// <summary>
    /// What a listing tells. Indexes may spell a name in another way (PEP 503, PEP 440), so the same bytes count under any spelling; only the
    /// very name is taken for other bytes.
    /// </summary>
    public static RemoteFile Compare(Distribution distribution, IndexProject? project)
    {
        IndexFile[] files = [.. project?.Files.Where(file => IsNamed(file, distribution)) ?? []];
        return files.FirstOrDefault(file => file.Sha256 == distribution.Sha256) is { } same ? new Same(same)
            : files.FirstOrDefault(file => file.FileName == distribution.FileName.Text) is not { } file ? new Absent(project?.Foreign.FirstOrDefault(other => IsNamed(other, distribution))?.Url)
            : file.Sha256 is not null || IsOther(file.Size, distribution.Size) || IsOther(file.Md5, distribution.Md5) ? new Other(file)
            : new WithoutHash(file);
    }

    private static bool IsNamed(IndexFile file, Distribution distribution) =>
        file.FileName == distribution.FileName.Text
        || (DistributionFileName.TryParse(file.FileName, out var name, out _) && name.IsEquivalentTo(distribution.FileName));

    private static bool IsOther<T>(T? there, T? here) => there is not null && here is not null && !there.Equals(here);
}
