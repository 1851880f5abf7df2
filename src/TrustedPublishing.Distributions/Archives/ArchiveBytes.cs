namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Random access to an archive for reading headers. A window of the archive is buffered, so that adjacent headers cost one read and the data
/// between distant headers is not read. The stream must be seekable; it is left open.
/// </summary>
internal sealed class ArchiveBytes(Stream stream)
{
    private const int Near = 2 * 1024;
    private const int Ahead = 64 * 1024;

    private byte[] window = new byte[Ahead];
    private long start;
    private int length;

    /// <summary>The archive's length in bytes.</summary>
    public long Length { get; } = stream.Length;

    /// <summary>The bytes at an offset; fewer than requested if the archive ends before. Valid until the next call.</summary>
    public ReadOnlySpan<byte> At(long offset, int count)
    {
        if (offset < 0 || offset >= Length)
        {
            return [];
        }

        if (offset < start || offset + count > start + length)
        {
            Fill(offset, count);
        }

        var skip = (int)(offset - start);
        return window.AsSpan(skip, Math.Min(count, length - skip));
    }

    /// <summary>A stream over the bytes at an offset, for decompression.</summary>
    public Stream From(long offset, long count) => new ArchiveSlice(stream, offset, Math.Min(count, Math.Max(0, Length - offset)));

    /// <summary>Reads far ahead only if the access continues at the end of the window.</summary>
    private void Fill(long offset, int count)
    {
        var sequential = offset >= start && offset <= start + length && length > 0;
        var wanted = (int)Math.Min(Length - offset, Math.Max(count, sequential ? Ahead : Near));
        if (wanted > window.Length)
        {
            window = new byte[wanted];
        }

        stream.Position = offset;
        start = offset;
        length = stream.ReadAtLeast(window.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
    }
}
