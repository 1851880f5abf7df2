namespace TrustedPublishing.Distributions.Archives;

/// <summary>The data of the present member of a tar archive.</summary>
internal sealed class TarMemberStream(TarReader archive, long length) : Stream
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

    /// <exception cref="UnacceptableArchiveException">The archive ends before the member does.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = archive.Read(buffer);
        position += count;
        return count > 0 || position == length || buffer.IsEmpty ? count : throw ArchiveFindings.Unreadable("unexpected end of data");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
