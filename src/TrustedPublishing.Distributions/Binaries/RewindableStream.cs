using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>
/// A compressed member as a seekable stream. Seeking forwards decompresses; seeking backwards restarts, except within the buffered start of the
/// member. Most headers of binaries are there, so most members are read in one pass and constant memory.
/// </summary>
internal sealed class RewindableStream(Func<Stream> open, long length) : SeekableReadOnlyStream
{
    private const int KeptBytes = 1024 * 1024;
    private const int MostRewinds = 16;

    private readonly int keptLimit = (int)Math.Min(KeptBytes, length);
    private byte[] kept = [];
    private byte[]? skipped;
    private Stream? source;
    private long sourcePosition;
    private int keptCount;
    private int rewinds;

    /// <summary>The number of bytes decompressed in all passes.</summary>
    public long Decompressed { get; private set; }

    public override long Length => length;

    public override int Read(Span<byte> buffer)
    {
        if (Passed < 0 || Passed >= length || buffer.IsEmpty)
        {
            return 0;
        }

        Advance(Passed);
        if (Passed < keptCount)
        {
            var count = Math.Min(buffer.Length, (int)(keptCount - Passed));
            kept.AsSpan((int)Passed, count).CopyTo(buffer);
            Passed += count;
            return count;
        }

        var read = Decompress(buffer);
        Passed += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        source?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Decompresses up to a position and buffers the start.</summary>
    private void Advance(long position)
    {
        if (position < keptCount)
        {
            return;
        }

        if (source is null || position < sourcePosition)
        {
            Rewind();
        }

        while (sourcePosition < Math.Max(position, Math.Min(position + 1, keptLimit)))
        {
            var keeping = sourcePosition < keptLimit;
            var target = keeping ? Kept() : Skipped(position - sourcePosition);
            if (Decompress(target) == 0)
            {
                throw new EndOfStreamException();
            }

            keptCount = keeping ? Math.Max(keptCount, (int)sourcePosition) : keptCount;
        }
    }

    /// <summary>The free part of the start buffer, which grows on demand because most members are not binaries.</summary>
    private Span<byte> Kept()
    {
        if (sourcePosition == kept.Length)
        {
            Array.Resize(ref kept, Math.Min(keptLimit, Math.Max(4096, kept.Length * 4)));
        }

        return kept.AsSpan((int)sourcePosition);
    }

    private Span<byte> Skipped(long count) => (skipped ??= new byte[16 * 1024]).AsSpan(0, (int)Math.Min(16 * 1024, count));

    private int Decompress(Span<byte> target)
    {
        var count = source!.Read(target);
        sourcePosition += count;
        Decompressed += count;
        return count;
    }

    private void Rewind()
    {
        if (++rewinds > MostRewinds)
        {
            throw new UnreadableBinaryException("its headers are scattered over the file");
        }

        source?.Dispose();
        source = open();
        sourcePosition = 0;
    }
}
