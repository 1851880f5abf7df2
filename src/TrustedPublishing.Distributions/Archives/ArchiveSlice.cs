namespace TrustedPublishing.Distributions.Archives;

/// <summary>A part of a seekable stream, read from its beginning to its end. The stream stays open.</summary>
internal sealed class ArchiveSlice(Stream stream, long offset, long length) : ReadOnlyStream
{
    public override long Length => length;

    /// <summary>Whether someone asked for more than there is: a decompressor that does so was not at the end of its data.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Where the last read that gave anything began.</summary>
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
