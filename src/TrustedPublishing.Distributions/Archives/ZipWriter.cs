using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Writes a ZIP file whose bytes depend only on its content. <see cref="ZipArchive"/> records the operating system in every entry. Sizes are written
/// into the local header once they are known, which requires a seekable stream, because PyPI rejects data descriptors.
/// </summary>
internal sealed class ZipWriter(Stream output, DateTimeOffset time)
{
    private const ushort UnixAndVersion20 = 3 << 8 | 20, Version20 = 20, Stored = 0, Deflated = 8, Utf8Name = 1 << 11;
    private const int LocalHeader = 30, CentralHeader = 46, EndRecord = 22, ChecksumOffset = 14, RegularFile = 0b1_000_000_000_000_000;

    private readonly List<byte[]> central = [];

    /// <summary>Adds a member and returns its digest and size, which RECORD needs.</summary>
    public (byte[] Sha256, long Size) Add(ArchiveEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var start = output.Position;
        var header = new byte[LocalHeader];
        Local(header, entry, name);
        output.Write(header);
        output.Write(name);
        var (sha256, crc, size) = Deflate(entry);
        var end = output.Position;
        Limit(entry.Name, Math.Max(size, end));
        // The runtime compresses empty input to empty output, which is not a valid deflate stream.
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), size == 0 ? Stored : Deflated);
        Sizes(header.AsSpan(ChecksumOffset), crc, end - start - LocalHeader - name.Length, size);
        output.Position = start;
        output.Write(header);
        output.Position = end;
        central.Add(Central(header, name, entry.Mode, start));
        return (sha256, size);
    }

    /// <summary>Writes the central directory at the end.</summary>
    public void Finish()
    {
        var start = output.Position;
        central.ForEach(record => output.Write(record));
        var end = new byte[EndRecord];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)central.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)central.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(output.Position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        output.Write(end);
    }

    private void Local(Span<byte> header, ArchiveEntry entry, byte[] name)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], name.Length == entry.Name.Length ? (ushort)0 : Utf8Name);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], DosTime(time));
        BinaryPrimitives.WriteUInt16LittleEndian(header[26..], (ushort)name.Length);
    }

    private static void Sizes(Span<byte> fields, uint crc, long compressed, long size)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(fields, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[4..], (uint)compressed);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[8..], (uint)size);
    }

    /// <summary>The central record contains the local header between its own first and last fields.</summary>
    private static byte[] Central(byte[] local, byte[] name, int mode, long start)
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

    private (byte[] Sha256, uint Crc, long Size) Deflate(ArchiveEntry entry)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new Crc32();
        var size = 0L;
        using (var input = entry.Open())
        using (var deflate = new DeflateStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Copy.Blocks(input, block =>
            {
                sha256.AppendData(block);
                crc.Append(block);
                deflate.Write(block);
                size += block.Length;
            });
        }

        return (sha256.GetHashAndReset(), crc.GetCurrentHashAsUInt32(), size);
    }

    /// <summary>ZIP64 is deliberately not supported: indexes have far lower limits.</summary>
    private void Limit(string name, long position)
    {
        if (position >= uint.MaxValue || central.Count >= ushort.MaxValue - 1)
        {
            throw new ZipLimitException(name);
        }
    }

    private static uint DosTime(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var date = (uint)((utc.Year - 1980) << 9 | utc.Month << 5 | utc.Day);
        return date << 16 | (uint)(utc.Hour << 11 | utc.Minute << 5 | utc.Second / 2);
    }
}

/// <summary>A member does not fit into a ZIP file without ZIP64.</summary>
internal sealed class ZipLimitException(string member) : NotSupportedException($"{member} does not fit in a ZIP file of less than 4 GiB and 65,535 members.")
{
    /// <summary>The member's name.</summary>
    public string Member { get; } = member;
}
