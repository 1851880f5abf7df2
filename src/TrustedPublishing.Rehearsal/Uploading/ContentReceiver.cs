using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Writes a file part to disk while it arrives and computes its digests on the way, so that memory use does not depend on its size. For a file that
/// exceeds the limit only the size is determined, which is enough to reject it.
/// </summary>
internal static class ContentReceiver
{
    private const int BufferSize = 1 << 18;

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The protocol has a field for it; nothing is protected by it.")]
    public static async Task<UploadedContent> ReceiveAsync(Stream part, long limit, string fileName, string contentType, string path, bool flush, CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var blake2 = new Blake2b();
        var buffer = new byte[BufferSize];
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var size = 0L;
        int read;
        while ((read = await part.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            size += read;
            if (size > limit)
            {
                file.SetLength(0);
                continue;
            }

            var writing = file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            var hashing = Task.Run(() => blake2.Append(buffer.AsSpan(0, read)), CancellationToken.None);
            md5.AppendData(buffer, 0, read);
            sha256.AppendData(buffer, 0, read);
            await hashing;
            await writing;
        }

        if (flush)
        {
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }

        return new()
        {
            FileName = fileName,
            ContentType = contentType,
            Path = path,
            Size = size,
            Md5 = Convert.ToHexStringLower(md5.GetHashAndReset()),
            Sha256 = Convert.ToHexStringLower(sha256.GetHashAndReset()),
            Blake2 = blake2.Finish(),
        };
    }
}

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
