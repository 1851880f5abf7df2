using System.Buffers;
using System.Buffers.Binary;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Reads a ZIP archive from its first byte and requires that its records agree with its central directory, so that every reader sees the same
/// files (https://docs.pypi.org/archives). Only headers are read; data is skipped. The checks are in the order of PyPI's server, because the first
/// failure determines its response.
/// </summary>
internal sealed class ZipFraming(ArchiveBytes archive, ZipDirectory directory)
{
    private static readonly SearchValues<byte> ControlCharacters =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (byte)value), 0x7F]);

    private readonly Dictionary<string, ZipEntry> recorded = ByRecordedName(directory);
    private readonly bool[] seenLocal = new bool[directory.Entries.Count];
    private readonly bool[] seenCentral = new bool[directory.Entries.Count];

    private long position;
    private long? directoryStart;
    private ulong directorySize;
    private ulong records;
    private bool sawEnd64;
    private bool sawLocator;
    private (ulong Records, ulong Size, ulong Offset)? claims;

    /// <exception cref="UnacceptableArchiveException">PyPI would reject the structure.</exception>
    public static void Check(ArchiveBytes archive, ZipDirectory directory) => new ZipFraming(archive, directory).Walk();

    internal static void Require(bool condition, string detail)
    {
        if (!condition)
        {
            throw ArchiveFindings.Framing(detail);
        }
    }

    internal static bool HasControlCharacter(ReadOnlySpan<byte> name) => name.ContainsAny(ControlCharacters);

    private static Dictionary<string, ZipEntry> ByRecordedName(ZipDirectory directory)
    {
        var names = new Dictionary<string, ZipEntry>(directory.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in directory.Entries)
        {
            names[entry.RecordedName] = entry;
        }

        return names;
    }

    private void Walk()
    {
        while (!Step())
        {
        }

        Require(seenLocal.AsSpan().SequenceEqual(seenCentral), "Mis-matched local headers and central directory");
        Require(position == archive.Length, "Trailing data");
    }

    /// <summary>Advances past one record; returns true if it was the last.</summary>
    private bool Step()
    {
        var signature = archive.At(position, 4);
        Require(signature.Length == 4, "Malformed zip file");
        var end = signature.SequenceEqual(ZipSignatures.End);
        Require(!end || !sawEnd64 || sawLocator, "Malformed zip file");
        if (signature.SequenceEqual(ZipSignatures.Central))
        {
            Central();
        }
        else if (signature.SequenceEqual(ZipSignatures.Local))
        {
            Local();
        }
        else if (end)
        {
            End();
        }
        else if (signature.SequenceEqual(ZipSignatures.End64))
        {
            End64();
        }
        else
        {
            Require(signature.SequenceEqual(ZipSignatures.End64Locator), "Unknown record signature");
            Require(archive.At(position, 20).Length == 20, "Malformed zip file");
            sawLocator = true;
            position += 20;
        }

        return end;
    }

    private void Local()
    {
        var header = ZipLocalHeader.Read(archive, position);
        Require(header.Name is not null, "Filename not unicode");
        Require(recorded.TryGetValue(header.Name!, out var entry), "Filename not in central directory");
        Require(entry!.CompressedSize == header.CompressedSize, "Mis-matched data size");
        Require(entry.Size == header.Size, "Mis-matched file size");
        Require(!seenLocal[entry.Index], "Duplicate filename in local headers");
        seenLocal[entry.Index] = true;
        var next = (UInt128)(ulong)(position + header.Length) + header.CompressedSize;
        if (next > long.MaxValue)
        {
            throw ArchiveFindings.Fatal($"{entry.Name} claims to have {header.CompressedSize} bytes");
        }

        position = (long)next;
    }

    private void Central()
    {
        directoryStart ??= position;
        records++;
        var header = archive.At(position, ZipCentralHeader.Size);
        Require(header.Length == ZipCentralHeader.Size, "Malformed zip file");
        var (nameLength, extraLength, comment) = ZipCentralHeader.Lengths(header);
        Require(comment == 0, "Comment in central directory");
        var length = ZipCentralHeader.Size + nameLength + extraLength;
        var record = archive.At(position, length);
        Require(record.Length == length, "Malformed zip file");
        var name = record.Slice(ZipCentralHeader.Size, nameLength);
        Require(!HasControlCharacter(name), "Invalid character in filename");
        var entry = ZipText.Utf8(name) is { } text && recorded.TryGetValue(text, out var found) ? found : null;
        Require(entry is null || !seenCentral[entry.Index], "Duplicate filename in central directory");
        Require(entry is not null && seenLocal[entry.Index], "Missing filename in local headers");
        seenCentral[entry!.Index] = true;
        directorySize += (ulong)length;
        position += length;
    }

    private void End64()
    {
        var record = archive.At(position, 56);
        Require(record.Length == 56, "Malformed zip file");
        var total = BinaryPrimitives.ReadUInt64LittleEndian(record[32..]);
        Require(BinaryPrimitives.ReadUInt64LittleEndian(record[24..]) == total, "Malformed zip file");
        Require(BinaryPrimitives.ReadUInt64LittleEndian(record[4..]) == 44, "ZIP64 extensible data not allowed");
        claims = (total, BinaryPrimitives.ReadUInt64LittleEndian(record[40..]), BinaryPrimitives.ReadUInt64LittleEndian(record[48..]));
        sawEnd64 = true;
        position += 56;
    }

    private void End()
    {
        directoryStart ??= position;
        var record = archive.At(position, 22);
        Require(record.Length == 22, "Malformed zip file");
        var total = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        Require(BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) == total, "Malformed zip file");
        if (!sawLocator || claims is null)
        {
            claims = (total, BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
        }

        position += 22 + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
        Require(claims.Value.Records == records, "Mismatched central directory records");
        Require(claims.Value.Offset == (ulong)directoryStart, "Mismatched central directory offset");
        Require(claims.Value.Size == directorySize, "Mismatched central directory size");
    }
}
