using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>Whether an index has a file, by name and digest.</summary>
internal abstract record RemoteFile
{
    private RemoteFile()
    {
    }

    /// <summary>The index has no file with this name.</summary>
    /// <param name="Elsewhere">The URL under which the index lists a file with this name that another host serves; null if there is none.</param>
    public sealed record Absent(Uri? Elsewhere = null) : RemoteFile;

    /// <summary>The same content under this name.</summary>
    public sealed record Same(IndexFile File) : RemoteFile;

    /// <summary>Different content under this name.</summary>
    public sealed record Other(IndexFile File) : RemoteFile;

    /// <summary>A file with this name, but nothing to compare its content with.</summary>
    public sealed record WithoutHash(IndexFile File) : RemoteFile;

    /// <summary>The index could not be read.</summary>
    public sealed record Unreadable(PublishException Reason) : RemoteFile;

    /// <summary>
    /// Compares with a listing. Indexes may spell a name differently (PEP 503, PEP 440), so identical content counts under any spelling; only an
    /// exact match of the name counts as different content.
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
