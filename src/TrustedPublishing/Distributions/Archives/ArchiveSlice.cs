namespace TrustedPublishing.Distributions.Archives;

/// <summary>A part of a seekable stream, read from its beginning to its end. The stream stays open.</summary>
internal sealed class ArchiveSlice(Stream stream, long offset, long length) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Whether someone asked for more than there is: a decompressor that does so was not at the end of its data.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Where the last read that gave anything began.</summary>
    public long LastRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        stream.Position = offset + position;
        var count = stream.Read(buffer[..(int)Math.Min(buffer.Length, length - position)]);
        LastRead = count > 0 ? position : LastRead;
        position += count;
        Exhausted |= count == 0 && buffer.Length > 0;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
