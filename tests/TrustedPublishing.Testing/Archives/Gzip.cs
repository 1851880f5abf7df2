using System.Buffers.Binary;
using System.IO.Compression;

namespace TrustedPublishing.Testing.Archives;

/// <summary>Compression and checksums by the platform, not by the code under test.</summary>
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

        // .NET writes nothing for empty input.
        return compressed.Length > 0 ? compressed.ToArray() : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    /// <summary>The CRC-32.</summary>
    public static uint Crc(byte[] data) => BinaryPrimitives.ReadUInt32LittleEndian(Compress(data).AsSpan()[^8..^4]);
}
