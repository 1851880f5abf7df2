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
    private readonly List<byte[]> central = [];

    /// <summary>Adds a member and returns its digest and size, which RECORD needs.</summary>
    public (byte[] Sha256, long Size) Add(ArchiveEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var start = output.Position;
        var header = ZipRecords.Local(entry.Name, name, time);
        output.Write(header);
        output.Write(name);
        var (sha256, crc, size) = Deflate(entry);
        var end = output.Position;
        Limit(entry.Name, Math.Max(size, end));
        ZipRecords.Complete(header, crc, end - start - header.Length - name.Length, size);
        output.Position = start;
        output.Write(header);
        output.Position = end;
        central.Add(ZipRecords.Central(header, name, entry.Mode, start));
        return (sha256, size);
    }

    /// <summary>Writes the central directory at the end.</summary>
    public void Finish()
    {
        var start = output.Position;
        central.ForEach(record => output.Write(record));
        output.Write(ZipRecords.End(central.Count, output.Position - start, start));
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

}

/// <summary>A member does not fit into a ZIP file without ZIP64.</summary>
internal sealed class ZipLimitException(string member) : NotSupportedException($"{member} does not fit in a ZIP file of less than 4 GiB and 65,535 members.")
{
    /// <summary>The member's name.</summary>
    public string Member { get; } = member;
}
