namespace TrustedPublishing.Distributions.Archives;

/// <summary>A part of a seekable stream that is read from start to end. The stream is left open.</summary>
internal sealed class ArchiveSlice(Stream stream, long offset, long length) : ReadOnlyStream
{
    public override long Length => length;

    /// <summary>Whether more was requested than there is: then the decompressor was not at the end of its data.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>The start of the last read that returned data.</summary>
    public long LastRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        stream.Position = offset + Passed;
        var count = stream.Read(buffer[..(int)Math.Min(buffer.Length, length - Passed)]);
        LastRead = count > 0 ? Passed : LastRead;
        Passed += count;
        Exhausted |= count == 0 && buffer.Length > 0;
        return count;
    }
}
