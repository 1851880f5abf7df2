using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>Reads members of a ZIP archive into memory, with the checks of Python's <c>zipfile</c>, and never writes to disk.</summary>
internal static class ZipMember
{
    private const int LocalHeaderSize = 30;
    private const int PatchedData = 1 << 5;
    private const int StrongEncryption = 1 << 6;

    /// <summary>The data of a member.</summary>
    /// <exception cref="UnacceptableArchiveException">It is damaged.</exception>
    /// <exception cref="UnjudgedArchiveException">It claims to be longer than <paramref name="limit"/>.</exception>
    public static byte[] Read(ArchiveBytes archive, ZipEntry entry, int limit)
    {
        if (entry.Size > (ulong)limit)
        {
            throw new UnjudgedArchiveException($"{entry.Name} has {entry.Size} bytes, and no more than {limit} are read");
        }

        using var data = Open(archive, entry);
        var size = (int)entry.Size;
        using var buffer = new MemoryStream(Math.Min(size, 64 * 1024));
        Copy(data, entry, buffer.Write);
        return buffer.ToArray();
    }

    /// <summary>Reads a member that is too long to be of interest, only to verify that it is intact.</summary>
    public static void Verify(ArchiveBytes archive, ZipEntry entry)
    {
        using var data = Open(archive, entry);
        Copy(data, entry, static _ => { });
    }

    private static void Copy(Stream data, ZipEntry entry, Action<ReadOnlySpan<byte>> sink)
    {
        var crc = new Crc32();
        var left = entry.Size;
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int count;
            while (left > 0 && (count = data.Read(buffer.AsSpan(0, (int)Math.Min(left, (ulong)buffer.Length)))) > 0)
            {
                crc.Append(buffer.AsSpan(0, count));
                sink(buffer.AsSpan(0, count));
                left -= (ulong)count;
            }
        }
        catch (InvalidDataException)
        {
            throw ArchiveFindings.Fatal($"{entry.Name} cannot be decompressed");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (crc.GetCurrentHashAsUInt32() != entry.Crc)
        {
            throw ArchiveFindings.Unreadable($"Bad CRC-32 for file '{entry.Name}'");
        }
    }

    /// <summary>The data of a member, decompressed while it is read; its checksum is not verified.</summary>
    public static Stream Open(ArchiveBytes archive, ZipEntry entry)
    {
        var start = DataStart(archive, entry);
        var data = archive.From(start, (long)Math.Min(entry.CompressedSize, long.MaxValue));
        return entry.Method switch
        {
            0 => data,
            8 => new DeflateStream(data, CompressionMode.Decompress),
            _ => throw ArchiveFindings.Unreadable($"{entry.Name} uses compression method {entry.Method}"),
        };
    }

    private static long DataStart(ArchiveBytes archive, ZipEntry entry)
    {
        if (entry.HeaderOffset < 0 || entry.HeaderOffset > long.MaxValue)
        {
            throw ArchiveFindings.Fatal($"{entry.Name} would begin outside the file; data was cut off or inserted before it");
        }

        var offset = (long)entry.HeaderOffset;
        var header = archive.At(offset, LocalHeaderSize);
        if (header.Length < LocalHeaderSize || !header.StartsWith(ZipSignatures.Local))
        {
            throw ArchiveFindings.Unreadable($"there is no local header for {entry.Name}");
        }

        if ((entry.Flags & (PatchedData | StrongEncryption)) != 0)
        {
            throw Encrypted(entry);
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var name = ZipText.Decode(archive.At(offset + LocalHeaderSize, nameLength), flags)
            ?? throw ArchiveFindings.Fatal($"the name of {entry.Name} in its local header is not valid UTF-8, although its flag says so");
        if (name != entry.RecordedName)
        {
            throw ArchiveFindings.Unreadable($"File name in directory '{entry.RecordedName}' and header differ");
        }

        var start = offset + LocalHeaderSize + nameLength + extraLength;
        return entry.EndOffset != entry.HeaderOffset && start + (Int128)entry.CompressedSize > entry.EndOffset
            ? throw ArchiveFindings.Unreadable($"Overlapped entries: '{entry.RecordedName}' (possible zip bomb)")
            : entry.IsEncrypted ? throw Encrypted(entry)
            : start;
    }

    private static FatalArchiveException Encrypted(ZipEntry entry) =>
        ArchiveFindings.Fatal($"{entry.Name} is encrypted or patched", "Create the archive without a password; installers do not support passwords.");
}
