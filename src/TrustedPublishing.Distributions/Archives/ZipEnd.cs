using System.Buffers.Binary;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// The location of a ZIP archive's central directory according to its end records, found in the same way as by Python's <c>zipfile</c>, which PyPI
/// and pip use (APPNOTE.TXT, sections 4.3.14 to 4.3.16).
/// </summary>
/// <param name="Location">The start of the end record or, with ZIP64, of its 64-bit form.</param>
/// <param name="DirectorySize">The claimed size of the central directory.</param>
/// <param name="DirectoryOffset">The claimed offset of the central directory.</param>
/// <param name="Entries">The claimed number of members.</param>
/// <param name="OneDisk">Whether the archive claims to be on a single disk.</param>
internal sealed record ZipEnd(long Location, ulong DirectorySize, ulong DirectoryOffset, ulong Entries, bool OneDisk)
{
    private const int Size = 22;
    private const int Size64 = 56;
    private const int LocatorSize = 20;
    private const int MaximumComment = 65535;

    /// <summary>
    /// The actual start of the central directory: the archive may be preceded by other data. Negative if the claims are impossible.
    /// </summary>
    public Int128 DirectoryStart => (Int128)Location - DirectorySize;

    /// <summary>The difference between actual and claimed offsets.</summary>
    public Int128 Shift => DirectoryStart - DirectoryOffset;

    /// <summary>The end record, or null if there is none.</summary>
    /// <exception cref="UnacceptableArchiveException">The ZIP64 end records are damaged.</exception>
    public static ZipEnd? Find(ArchiveBytes archive)
    {
        var last = archive.At(archive.Length - Size, Size);
        if (last.Length == Size && last.StartsWith(ZipSignatures.End) && last[^2..].SequenceEqual("\0\0"u8))
        {
            return Read(archive, last, archive.Length - Size);
        }

        var from = Math.Max(archive.Length - Size - MaximumComment, 0);
        var tail = archive.At(from, Size + MaximumComment);
        var at = tail.LastIndexOf(ZipSignatures.End);
        return archive.Length >= Size && at >= 0 && at + Size <= tail.Length ? Read(archive, tail.Slice(at, Size), from + at) : null;
    }

    /// <summary>Whether this looks like a ZIP archive, according to <c>zipfile.is_zipfile</c>.</summary>
    public bool LooksRight(ArchiveBytes archive) =>
        (Entries == 0 && DirectorySize == 0 && DirectoryOffset == 0)
        || (OneDisk && DirectoryStart >= 0 && DirectorySize >= 46 && archive.At((long)DirectoryStart, 46) is { Length: 46 } first
            && first.StartsWith(ZipSignatures.Central));

    private static ZipEnd Read(ArchiveBytes archive, ReadOnlySpan<byte> record, long location)
    {
        var end = new ZipEnd(
            location,
            BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]),
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            record.Slice(4, 2).SequenceEqual(record.Slice(6, 2)));
        return Read64(archive, end);
    }

    private static ZipEnd Read64(ArchiveBytes archive, ZipEnd end)
    {
        var locatorAt = end.Location - LocatorSize;
        var locator = archive.At(locatorAt, LocatorSize);
        if (!locator.StartsWith(ZipSignatures.End64Locator))
        {
            return end;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(locator[4..]) != 0 || BinaryPrimitives.ReadUInt32LittleEndian(locator[16..]) > 1)
        {
            throw Damaged("zipfiles that span multiple disks are not supported");
        }

        var claimed = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        var expected = locatorAt - Size64;
        return expected < 0 || claimed > (ulong)expected
            ? throw Damaged("Corrupt zip64 end of central directory locator")
            : Record64(archive, (long)claimed, expected);
    }

    /// <summary>The record is where the locator says, with extensible data after it, or directly before the locator.</summary>
    private static ZipEnd Record64(ArchiveBytes archive, long claimed, long expected)
    {
        var extensible = expected - claimed;
        if (!archive.At(claimed, Size64).StartsWith(ZipSignatures.End64))
        {
            extensible = 0;
        }

        var at = expected - extensible;
        var record = archive.At(at, Size64);
        if (!record.StartsWith(ZipSignatures.End64))
        {
            throw Damaged("Zip64 end of central directory record not found");
        }

        var size = BinaryPrimitives.ReadUInt64LittleEndian(record[40..]);
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(record[48..]);
        var consistent = (UInt128)offset + size == (ulong)claimed
            && (Int128)BinaryPrimitives.ReadUInt64LittleEndian(record[4..]) + 12 == Size64 + extensible;
        return consistent
            ? new(at, size, offset, BinaryPrimitives.ReadUInt64LittleEndian(record[32..]), record.Slice(16, 4).SequenceEqual(record.Slice(20, 4)))
            : throw Damaged("Corrupt zip64 end of central directory record");
    }

    private static UnacceptableArchiveException Damaged(string detail) => ArchiveFindings.Unreadable(detail);
}
