namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Writes a file part to disk while it arrives and computes its digests on the way, so that memory use does not depend on its size. For a file that
/// exceeds the limit only the size is determined, which is enough to reject it.
/// </summary>
internal static class ContentReceiver
{
    private const int BufferSize = 1 << 18;

    public static async Task<UploadedContent> ReceiveAsync(Stream part, long limit, string fileName, string contentType, string path, bool flush, CancellationToken cancellationToken)
    {
        using var digests = new ContentDigests();
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
            await digests.AppendAsync(buffer.AsMemory(0, read));
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
            Md5 = digests.Md5(),
            Sha256 = digests.Sha256(),
            Blake2 = digests.Blake2(),
        };
    }
}
