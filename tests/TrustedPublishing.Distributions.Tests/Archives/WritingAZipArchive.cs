using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The records of a ZIP file, byte by byte: readers tolerate much that makes two builds differ.</summary>
public sealed class WritingAZipArchive
{
    private static readonly DateTimeOffset Time = new(2024, 2, 29, 23, 59, 58, TimeSpan.Zero);

    /// <summary>Signature, version, flags, method, time, date; then checksum and sizes; then the lengths of name and extra fields.</summary>
    [Theory]
    [InlineData("a.txt", "hello", "504B0304 1400 0000 0800 7DBF 5D58", "0500 0000")]
    [InlineData("ä.txt", "hello", "504B0304 1400 0008 0800 7DBF 5D58", "0600 0000")]
    [InlineData("a.txt", "", "504B0304 1400 0000 0000 7DBF 5D58", "0500 0000")]
    public void RepeatsTheLocalHeaderInTheDirectory(string name, string text, string start, string lengths)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var (archive, member) = Write(Entry(name, content));

        var compressed = archive.AsSpan(30 + Encoding.UTF8.GetByteCount(name), member.Compressed);
        Assert.Equal(Bytes(start), archive[..14]);
        Assert.Equal(Crc32.HashToUInt32(content), BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(14)));
        Assert.Equal((uint)content.Length, BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(22)));
        Assert.Equal(Bytes(lengths), archive[26..30]);
        Assert.Equal(content, text.Length == 0 ? compressed.ToArray() : Inflated(compressed));
        Assert.Equal(archive[4..30], member.Central[6..32]);
        Assert.Equal(Bytes("504B0102 1403"), member.Central[..6]);
        Assert.Equal(Encoding.UTF8.GetBytes(name), member.Central[46..]);
    }

    [Theory]
    [InlineData(false, 0x81A40000u)]
    [InlineData(true, 0x81ED0000u)]
    public void RecordsTheModeOfAFile(bool isExecutable, uint attributes)
    {
        var (_, member) = Write(new ArchiveEntry("a", () => new MemoryStream([1]), isExecutable));

        Assert.Equal(new byte[6], member.Central[32..38]); // no comment, first disk, no text
        Assert.Equal(attributes, BinaryPrimitives.ReadUInt32LittleEndian(member.Central.AsSpan(38)));
    }

    [Fact]
    public void TellsDigestAndSizeOfWhatItStored()
    {
        var content = RandomNumberGenerator.GetBytes(200_000);

        var (sha256, size) = new ZipWriter(new MemoryStream(), Time).Add(Entry("a", content));

        Assert.Equal((Convert.ToHexString(SHA256.HashData(content)), 200_000L), (Convert.ToHexString(sha256), size));
    }

    [Fact]
    public void EndsWithTheDirectoryOfAllMembers()
    {
        using var output = new MemoryStream();
        var writer = new ZipWriter(output, Time);
        writer.Add(Entry("first", [1, 2, 3]));
        var second = output.Position;
        writer.Add(Entry("second", [4]));
        var directory = output.Position;

        writer.Finish();

        var archive = output.ToArray();
        var end = archive[^22..];
        Assert.Equal(Bytes("504B0506 0000 0000 0200 0200"), end[..12]);
        Assert.Equal(archive.Length - 22 - directory, BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12)));
        Assert.Equal(directory, BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16)));
        Assert.Equal(new byte[2], end[20..]);
        Assert.Equal(second, BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan((int)directory + 46 + 5 + 42)));
        Assert.Equal(directory - second - 30 - 6, BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan((int)second + 18)));
    }

    /// <summary>A field of 32 bits that is all ones would announce ZIP64.</summary>
    [Theory]
    [InlineData(uint.MaxValue - 1L, true)]
    [InlineData(uint.MaxValue, false)]
    [InlineData(uint.MaxValue + 1L, false)]
    public void FitsIn32BitsOrNamesTheMemberThatDoesNot(long end, bool fits)
    {
        const int EmptyMember = 30 + 1;
        using var output = new FarStream(end - EmptyMember);

        var exception = Record.Exception(() => new ZipWriter(output, Time).Add(Entry("a", [])));

        Assert.Equal(fits ? null : "a", (exception as ZipLimitException)?.Member);
        Assert.Equal(fits, exception is null);
    }

    [Fact]
    public void HasFewerThan65535Members()
    {
        var writer = new ZipWriter(new FarStream(0), Time);
        for (var i = 0; i < ushort.MaxValue - 1; i++)
        {
            writer.Add(Entry("a", []));
        }

        Assert.Equal("b", Assert.Throws<ZipLimitException>(() => writer.Add(Entry("b", []))).Member);
    }

    private static ArchiveEntry Entry(string name, byte[] content) => new(name, () => new MemoryStream(content), false);

    private static (byte[] Archive, (byte[] Central, int Compressed) Member) Write(ArchiveEntry entry)
    {
        using var output = new MemoryStream();
        var writer = new ZipWriter(output, Time);
        writer.Add(entry);
        var directory = (int)output.Position;
        writer.Finish();
        var archive = output.ToArray();
        var compressed = BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(18));
        Assert.Equal(directory, 30 + Encoding.UTF8.GetByteCount(entry.Name) + compressed);
        return (archive, (archive[directory..^22], compressed));
    }

    private static byte[] Inflated(ReadOnlySpan<byte> compressed)
    {
        using var inflate = new DeflateStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        inflate.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A stream that reports a large position and stores nothing.</summary>
    private sealed class FarStream(long start) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => Position;

        public override long Position { get; set; } = start;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Position += count;
    }
}
