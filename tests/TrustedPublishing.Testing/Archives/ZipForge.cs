using System.Buffers.Binary;

namespace TrustedPublishing.Testing.Archives;

/// <summary>Builds a ZIP archive record by record, in any order, so that it can contain a single error.</summary>
public sealed class ZipForge
{
    private readonly List<byte> bytes = [];
    private readonly Dictionary<ZipPart, uint> offsets = new(ReferenceEqualityComparer.Instance);
    private long directoryStart = -1;
    private long directoryEnd;
    private int records;

    /// <summary>The offset of the 64-bit end record.</summary>
    public long End64Offset { get; private set; }

    /// <summary>An archive of these members without any errors other than theirs.</summary>
    public static byte[] Pack(params IEnumerable<ZipPart> parts)
    {
        ZipPart[] all = [.. parts];
        return new ZipForge().Locals(all).Centrals(all).End().ToArray();
    }

    /// <summary>An extra field.</summary>
    public static byte[] Extra(ushort id, byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var header = new byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(header, id);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), (ushort)data.Length);
        return [.. header, .. data];
    }

    /// <summary>64-bit numbers.</summary>
    public static byte[] Large(params ReadOnlySpan<ulong> numbers)
    {
        var data = new byte[numbers.Length * 8];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(i * 8), numbers[i]);
        }

        return data;
    }

    /// <summary>The archive so far.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>Any bytes.</summary>
    public ZipForge Raw(params ReadOnlySpan<byte> content)
    {
        bytes.AddRange(content);
        return this;
    }

    /// <summary>Local headers with their data.</summary>
    public ZipForge Locals(params IEnumerable<ZipPart> parts)
    {
        foreach (var part in parts)
        {
            offsets.TryAdd(part, (uint)bytes.Count);
            bytes.AddRange(part.Local());
        }

        return this;
    }

    /// <summary>Records of the central directory.</summary>
    public ZipForge Centrals(params IEnumerable<ZipPart> parts)
    {
        directoryStart = directoryStart < 0 ? bytes.Count : directoryStart;
        foreach (var part in parts)
        {
            bytes.AddRange(part.Central(offsets.GetValueOrDefault(part)));
            records++;
        }

        directoryEnd = bytes.Count;
        return this;
    }

    /// <summary>The end record, which may contain false claims.</summary>
    public ZipForge End(string comment = "", int moreRecords = 0, int moreSize = 0, int moreOffset = 0, int moreRecordsOnDisk = 0, bool sentinels = false)
    {
        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        var text = System.Text.Encoding.ASCII.GetBytes(comment);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), sentinels ? ushort.MaxValue : (ushort)(records + moreRecords + moreRecordsOnDisk));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), sentinels ? ushort.MaxValue : (ushort)(records + moreRecords));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), sentinels ? uint.MaxValue : (uint)(DirectorySize + moreSize));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), sentinels ? uint.MaxValue : (uint)(DirectoryStart + moreOffset));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(20), (ushort)text.Length);
        return Raw([.. end, .. text]);
    }

    /// <summary>The 64-bit end record.</summary>
    public ZipForge End64(byte[]? extensible = null, int moreRecords = 0, long moreOffset = 0)
    {
        End64Offset = bytes.Count;
        var end = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt64LittleEndian(end.AsSpan(4), 44 + (ulong)(extensible?.Length ?? 0));
        BinaryPrimitives.WriteUInt64LittleEndian(end.AsSpan(24), (ulong)(records + moreRecords));
        BinaryPrimitives.WriteUInt64LittleEndian(end.AsSpan(32), (ulong)(records + moreRecords));
        BinaryPrimitives.WriteUInt64LittleEndian(end.AsSpan(40), (ulong)DirectorySize);
        BinaryPrimitives.WriteUInt64LittleEndian(end.AsSpan(48), (ulong)(DirectoryStart + moreOffset));
        return Raw([.. end, .. extensible ?? []]);
    }

    /// <summary>The record that locates the 64-bit end record.</summary>
    public ZipForge Locator(long more = 0, uint disks = 1)
    {
        var locator = new byte[20];
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteUInt64LittleEndian(locator.AsSpan(8), (ulong)(End64Offset + more));
        BinaryPrimitives.WriteUInt32LittleEndian(locator.AsSpan(16), disks);
        return Raw(locator);
    }

    private long DirectoryStart => directoryStart < 0 ? bytes.Count : directoryStart;

    private long DirectorySize => directoryStart < 0 ? 0 : directoryEnd - directoryStart;
}
