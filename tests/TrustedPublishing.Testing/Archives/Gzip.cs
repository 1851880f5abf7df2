using System.Buffers.Binary;
using System.IO.Compression;

namespace TrustedPublishing.Testing.Archives;

/// <summary>Compression by the platform, which is also where checksums come from: not from the code under test.</summary>
public static class Gzip
{
    /// <summary>Compresses.</summary>
    public static byte[] Compress(byte[] data, CompressionLevel level = CompressionLevel.Optimal)
    {
        ArgumentNullException.ThrowIfNull(data);
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
        {
            gzip.Write(data);
        }

        // .NET writes nothing at all for no data.
        return compressed.Length > 0 ? compressed.ToArray() : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    /// <summary>The CRC-32.</summary>
    public static uint Crc(byte[] data) => BinaryPrimitives.ReadUInt32LittleEndian(Compress(data).AsSpan()[^8..^4]);
}
