using System.Buffers.Binary;
using System.IO.Hashing;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>Reads one record of the central directory (APPNOTE.TXT, section 4.3.12) as Python's <c>zipfile</c> does.</summary>
internal static class ZipCentralHeader
{
    public const int Size = 46;

    private const int NewestKnownVersion = 63;
    private const int Zip64Field = 0x0001;
    private const int UnicodePathField = 0x7075;

    /// <summary>The lengths of the name, the extra fields and the comment.</summary>
    public static (int Name, int Extra, int Comment) Lengths(ReadOnlySpan<byte> header) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(header[28..]), BinaryPrimitives.ReadUInt16LittleEndian(header[30..]),
            BinaryPrimitives.ReadUInt16LittleEndian(header[32..]));

    public static ZipEntry Read(int index, Int128 shift, ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        if (header[6] > NewestKnownVersion)
        {
            throw ArchiveFindings.Fatal($"it needs version {header[6] / 10}.{header[6] % 10} of the ZIP format");
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var recorded = ZipText.Decode(name, flags) ?? throw ArchiveFindings.Fatal("a file name is not valid UTF-8, although its flag says so", "Set the UTF-8 flag only for names that are UTF-8.");
        var entry = new ZipEntry
        {
            Index = index,
            RecordedName = recorded,
            Name = UpToNull(recorded),
            Flags = flags,
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            CompressedSize = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
            Size = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]),
            HeaderOffset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]),
        };
        entry = WithExtra(entry, name, extra);
        return entry with { HeaderOffset = entry.HeaderOffset + shift };
    }

    private static ZipEntry WithExtra(ZipEntry entry, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size + 4 > extra.Length)
            {
                throw ArchiveFindings.Unreadable($"Corrupt extra field {id:x4} (size={size})");
            }

            entry = id switch
            {
                Zip64Field => WithLargeNumbers(entry, extra.Slice(4, size)),
                UnicodePathField => WithUnicodePath(entry, name, extra.Slice(4, size)),
                _ => entry,
            };
            extra = extra[(size + 4)..];
        }

        return entry;
    }

    /// <summary>The field contains, in this order, only the numbers that do not fit into the record (APPNOTE.TXT, section 4.5.3).</summary>
    private static ZipEntry WithLargeNumbers(ZipEntry entry, ReadOnlySpan<byte> field)
    {
        if (entry.Size is uint.MaxValue or ulong.MaxValue)
        {
            entry = entry with { Size = Next(ref field, "File size") };
        }

        if (entry.CompressedSize == uint.MaxValue)
        {
            entry = entry with { CompressedSize = Next(ref field, "Compress size") };
        }

        return entry.HeaderOffset == uint.MaxValue ? entry with { HeaderOffset = Next(ref field, "Header offset") } : entry;
    }

    private static ulong Next(ref ReadOnlySpan<byte> field, string what)
    {
        if (field.Length < 8)
        {
            throw ArchiveFindings.Unreadable($"Corrupt zip64 extra field. {what} not found.");
        }

        var value = BinaryPrimitives.ReadUInt64LittleEndian(field);
        field = field[8..];
        return value;
    }

    private static ZipEntry WithUnicodePath(ZipEntry entry, ReadOnlySpan<byte> name, ReadOnlySpan<byte> field)
    {
        if (field.Length < 5)
        {
            throw ArchiveFindings.Unreadable("Corrupt unicode path extra field (0x7075)");
        }

        if (field[0] != 1 || BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) != Crc32.HashToUInt32(name))
        {
            return entry;
        }

        var path = ZipText.Utf8(field[5..]) ?? throw ArchiveFindings.Unreadable("Corrupt unicode path extra field (0x7075): invalid utf-8 bytes");
        return path.Length == 0 ? entry : entry with { Name = UpToNull(path) };
    }

    private static string UpToNull(string name) => name.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;
}
