using System.Buffers.Binary;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>The records of a ZIP file as bytes (APPNOTE, 4.3).</summary>
internal static class ZipRecords
{
    private const ushort UnixAndVersion20 = 3 << 8 | 20, Version20 = 20, Stored = 0, Deflated = 8, Utf8Name = 1 << 11;
    private const int LocalHeader = 30, CentralHeader = 46, EndRecord = 22, RegularFile = 0b1_000_000_000_000_000;

    /// <summary>A local header without checksum and sizes.</summary>
    public static byte[] Local(string text, byte[] name, DateTimeOffset time)
    {
        var record = new byte[LocalHeader];
        var header = record.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], name.Length == text.Length ? (ushort)0 : Utf8Name);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], DosTime(time));
        BinaryPrimitives.WriteUInt16LittleEndian(header[26..], (ushort)name.Length);
        return record;
    }

    /// <summary>Adds the compression method, the checksum and the sizes to a local header.</summary>
    public static void Complete(byte[] header, uint crc, long compressed, long size)
    {
        // The runtime compresses empty input to empty output, which is not a valid deflate stream.
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), size == 0 ? Stored : Deflated);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(14), crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(18), (uint)compressed);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(22), (uint)size);
    }

    /// <summary>The central record contains the local header between its own first and last fields.</summary>
    public static byte[] Central(byte[] local, byte[] name, int mode, long start)
    {
        var record = new byte[CentralHeader + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(4), UnixAndVersion20);
        local.AsSpan(4).CopyTo(record.AsSpan(6));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(38), (uint)(RegularFile | mode) << 16);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), (uint)start);
        name.CopyTo(record, CentralHeader);
        return record;
    }

    /// <summary>The end of the central directory, which has <paramref name="size"/> bytes from <paramref name="start"/>.</summary>
    public static byte[] End(int count, long size, long start)
    {
        var end = new byte[EndRecord];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        return end;
    }

    private static uint DosTime(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var date = (uint)((utc.Year - 1980) << 9 | utc.Month << 5 | utc.Day);
        return date << 16 | (uint)(utc.Hour << 11 | utc.Minute << 5 | utc.Second / 2);
    }
}
