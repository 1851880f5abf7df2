using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Writes gzip without name and time and with an unknown operating system (RFC 1952); <see cref="GZipStream"/> records the operating system.
/// The underlying stream is left open.
/// </summary>
internal sealed class GzipWriter : IDisposable
{
    private readonly DeflateStream deflate;
    private readonly Crc32 crc = new();
    private uint size;

    public GzipWriter(Stream output)
    {
        output.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]);
        deflate = new(output, CompressionLevel.SmallestSize, leaveOpen: true);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        crc.Append(bytes);
        deflate.Write(bytes);
        size = unchecked(size + (uint)bytes.Length);
    }

    /// <summary>Writes the rest of the data, the checksum and the size.</summary>
    public void Dispose()
    {
        var output = deflate.BaseStream;
        deflate.Dispose();
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], size);
        output.Write(trailer);
    }
}
