using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Reads gzip (RFC 1952), including several consecutive members. Unlike <see cref="GZipStream"/>, it distinguishes a truncated file from a
/// complete one. Like Python's tar reader, it checks a member's trailer only when more is requested than the member contains.
/// </summary>
internal sealed class GzipReader(Stream source) : IDisposable
{
    private const int TrailerSize = 8;
    private const int PieceSize = 128 * 1024;

    private readonly ArchiveBytes bytes = new(source);
    private readonly byte[] buffer = new byte[PieceSize];
    private int start;
    private int end;
    private DeflateStream? member;
    private ArchiveSlice? compressed;
    private long memberStart;
    private readonly Crc32 crc = new();
    private uint size;

    /// <summary>The number of bytes decompressed so far.</summary>
    public long Produced { get; private set; }

    /// <summary>The next bytes; 0 at the end.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file is truncated.</exception>
    /// <exception cref="BadGzipException">A member has an invalid header or trailer.</exception>
    public int Read(Span<byte> target)
    {
        if (start == end)
        {
            Refill();
        }

        var count = Math.Min(target.Length, end - start);
        buffer.AsSpan(start, count).CopyTo(target);
        start += count;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        member?.Dispose();
        compressed?.Dispose();
    }

    /// <summary>As in Python, damage anywhere in a block makes the whole block unreadable, but truncation does not.</summary>
    private void Refill()
    {
        start = end = 0;
        while (end == 0 && (member is not null || Open()))
        {
            int count;
            while (end < buffer.Length && (count = member!.Read(buffer.AsSpan(end))) > 0)
            {
                end += count;
            }

            if (end == 0)
            {
                Close();
            }
        }

        crc.Append(buffer.AsSpan(0, end));
        size += (uint)end;
        Produced += end;
    }

    private bool Open()
    {
        if (memberStart >= bytes.Length && Produced > 0)
        {
            return false;
        }

        memberStart += HeaderLength(memberStart);
        compressed = new ArchiveSlice(source, memberStart, Math.Max(0, bytes.Length - memberStart));
        member = new DeflateStream(compressed, CompressionMode.Decompress);
        crc.Reset();
        size = 0;
        return true;
    }

    /// <summary>
    /// The decompressor does not report where the data ended, only during which read; the position is found by searching for the known trailer.
    /// </summary>
    private void Close()
    {
        if (compressed!.Exhausted)
        {
            throw new EndOfStreamException("the file ends in the middle of its compressed data");
        }

        Span<byte> trailer = stackalloc byte[TrailerSize];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], size);
        var from = memberStart + compressed.LastRead;
        var tail = bytes.At(from, (int)(compressed.Position - compressed.LastRead) + TrailerSize);
        var at = tail.IndexOf(trailer);
        if (at < 0)
        {
            throw HasTrailer() ? new BadGzipException("its checksum or length is wrong") : new EndOfStreamException("the file ends before its checksum");
        }

        memberStart = from + at + TrailerSize;
        while (bytes.At(memberStart, 1) is [0])
        {
            memberStart++;
        }

        member!.Dispose();
        member = null;
    }

    /// <summary>Whether the compressed data is complete without the last bytes of the file, so that they can be a trailer.</summary>
    private bool HasTrailer()
    {
        using var data = new ArchiveSlice(source, memberStart, Math.Max(0, bytes.Length - memberStart - TrailerSize));
        using var again = new DeflateStream(data, CompressionMode.Decompress);
        while (again.Read(buffer) > 0)
        {
        }

        return !data.Exhausted;
    }

    private long HeaderLength(long offset)
    {
        var header = bytes.At(offset, 10);
        if (!header.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new BadGzipException("it is not compressed with gzip, or something follows the compressed data");
        }

        if (header.Length < 10)
        {
            throw new EndOfStreamException("the file ends in a gzip header");
        }

        if (header[2] != 8)
        {
            throw new BadGzipException($"it uses compression method {header[2]} of gzip");
        }

        var flags = header[3];
        var length = 10L;
        if ((flags & 4) != 0)
        {
            var extra = bytes.At(offset + length, 2);
            length += 2 + (extra.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(extra) : 0);
        }

        length += (flags & 8) != 0 ? TextLength(offset + length) : 0;
        length += (flags & 16) != 0 ? TextLength(offset + length) : 0;
        return length + ((flags & 2) != 0 ? 2 : 0);
    }

    private long TextLength(long offset)
    {
        var length = 0L;
        while (bytes.At(offset + length, 1) is [not 0])
        {
            length++;
        }

        return length + 1;
    }
}

/// <summary>A gzip member has an invalid header or trailer; Python's <c>BadGzipFile</c>.</summary>
internal sealed class BadGzipException(string message) : IOException(message);
