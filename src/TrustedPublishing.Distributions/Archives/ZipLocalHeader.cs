using System.Buffers.Binary;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// A local header as seen by a streaming reader, which reads the archive from its start (APPNOTE.TXT, section 4.3.7), with the sizes that such
/// a reader uses.
/// </summary>
/// <param name="Name">The name, or null if it is not valid UTF-8.</param>
/// <param name="CompressedSize">The number of bytes after the header.</param>
/// <param name="Size">The size after decompression.</param>
/// <param name="Length">The length of the header itself.</param>
internal sealed record ZipLocalHeader(string? Name, ulong CompressedSize, ulong Size, int Length)
{
    private const int FixedSize = 30;
    private const int DataDescriptor = 1 << 3;
    private const int Zip64Field = 0x0001;
    private const int UnicodePathField = 0x7075;

    /// <summary>Reads the header at an offset at which its signature was found.</summary>
    /// <exception cref="UnacceptableArchiveException">It is damaged, or uses a feature that PyPI does not accept
    /// (https://docs.pypi.org/archives).</exception>
    public static ZipLocalHeader Read(ArchiveBytes archive, long offset)
    {
        var header = archive.At(offset, FixedSize);
        ZipFraming.Require(header.Length == FixedSize, "Malformed zip file");
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var length = FixedSize + nameLength + extraLength;
        var record = archive.At(offset, length);
        ZipFraming.Require(record.Length == length, "Malformed zip file");
        var name = record.Slice(FixedSize, nameLength);
        ZipFraming.Require(!ZipFraming.HasControlCharacter(name), "Invalid character in filename");
        var sizes = WithExtra(record, record[(FixedSize + nameLength)..]);
        ZipFraming.Require((BinaryPrimitives.ReadUInt16LittleEndian(record[6..]) & DataDescriptor) == 0, "ZIP contains a data descriptor");
        return new(ZipText.Utf8(name), sizes.Compressed, sizes.Size, length);
    }

    private static (ulong Compressed, ulong Size) WithExtra(ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        var stored = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) == 0;
        (ulong, ulong) sizes = (BinaryPrimitives.ReadUInt32LittleEndian(header[18..]), BinaryPrimitives.ReadUInt32LittleEndian(header[22..]));
        var (seenZip64, seenPath) = (false, false);
        while (!extra.IsEmpty)
        {
            var (id, field) = NextField(ref extra);
            var repeated = (id == Zip64Field && seenZip64) || (id == UnicodePathField && seenPath);
            ZipFraming.Require(!repeated, "Invalid duplicate extra in local file");
            seenZip64 |= id == Zip64Field;
            seenPath |= id == UnicodePathField;
            if (id == Zip64Field)
            {
                sizes = LargeSizes(stored, sizes, field);
            }
            else if (id == UnicodePathField)
            {
                RequirePath(field.Length < 5 ? [] : field[5..]);
            }
        }

        return sizes;
    }

    private static (int Id, byte[] Field) NextField(ref ReadOnlySpan<byte> extra)
    {
        ZipFraming.Require(extra.Length >= 4, "Malformed zip file");
        var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
        ZipFraming.Require(size + 4 <= extra.Length, "Malformed zip file");
        var field = (BinaryPrimitives.ReadUInt16LittleEndian(extra), extra.Slice(4, size).ToArray());
        extra = extra[(size + 4)..];
        return field;
    }

    private static (ulong Compressed, ulong Size) LargeSizes(bool stored, (ulong Compressed, ulong Size) sizes, byte[] field)
    {
        ZipFraming.Require(field.Length is 0 or 8 or 16 or 24 or 28, "Malformed zip file");
        if (field.Length == 0)
        {
            ZipFraming.Require(sizes.Compressed != uint.MaxValue && sizes.Size != uint.MaxValue, "Malformed zip file");
            return sizes;
        }

        ZipFraming.Require(field.Length != 8 || stored, "Malformed zip file");
        var size = BinaryPrimitives.ReadUInt64LittleEndian(field);
        var compressed = field.Length == 8 ? size : BinaryPrimitives.ReadUInt64LittleEndian(field.AsSpan(8));
        return (compressed, sizes.Size == uint.MaxValue ? size : sizes.Size);
    }

    private static void RequirePath(ReadOnlySpan<byte> path)
    {
        ZipFraming.Require(!ZipFraming.HasControlCharacter(path), "Invalid character in filename");
        ZipFraming.Require(ZipText.Utf8(path) is not null, "Filename not valid UTF-8");
    }
}
