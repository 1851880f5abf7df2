using System.Buffers.Binary;
using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The end records and the central directory at the limits of what their fields can express.</summary>
public sealed class DirectoryOfAZipArchive
{
    private const int EndSize = 22;
    private const uint Signature = 0x06054B50;

    private static readonly ZipPart Part = new("a", "data");

    /// <summary>The comment is the end of the file, whatever its length in the record.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 65_535)]
    [InlineData(100, 65_535)]
    public void IsFoundBeforeTheLongestComment(int before, int comment)
    {
        byte[] content = [.. new byte[before], .. End(comment: 9), .. new byte[comment]];

        Assert.Equal(before, ZipEnd.Find(Archive(content))!.Location);
    }

    [Theory]
    [InlineData(21, 0)]
    [InlineData(22, 65_536)]
    public void IsNotFoundElsewhere(int length, int comment) => Assert.Null(ZipEnd.Find(Archive([.. End(comment: 9)[..length], .. new byte[comment]])));

    [Fact]
    public void MayHaveTheSignatureAsItsOffset()
    {
        var end = ZipEnd.Find(Archive(End(offset: Signature)))!;

        Assert.Equal((0, Signature), (end.Location, end.DirectoryOffset));
    }

    [Theory]
    [InlineData(0, 0, 0, false, 0, true)]
    [InlineData(0, 0, 0, true, 46, true)]
    [InlineData(1, 0, 0, true, 46, false)]
    [InlineData(0, 1, 0, true, 46, false)]
    [InlineData(0, 0, 1, true, 46, false)]
    [InlineData(1, 46, 0, true, 46, true)]
    [InlineData(1, 45, 0, true, 45, false)]
    [InlineData(1, 46, 0, false, 46, false)]
    [InlineData(1, 47, 0, true, 46, false)]
    [InlineData(1, 46, 0, true, 47, false)]
    public void LooksRightWhereARecordBegins(ulong entries, ulong size, ulong offset, bool oneDisk, long location, bool expected)
    {
        byte[] content = [.. "PK\u0001\u0002"u8, .. new byte[60]];

        Assert.Equal(expected, new ZipEnd(location, size, offset, entries, oneDisk).LooksRight(Archive(content)));
    }

    /// <summary>The records of 64 bits may begin at the first byte, and behind other data than the locator knows of.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    public void CanBeFoundIn64Bits(int before, long location)
    {
        byte[] content = [.. new byte[before], .. new ZipForge().End64().Locator().End().ToArray()];

        Assert.Equal(location, ZipEnd.Find(Archive(content))!.Location);
    }

    [Theory]
    [InlineData("locator only", "Corrupt zip64 end of central directory locator")]
    [InlineData("locator that points behind", "Corrupt zip64 end of central directory locator")]
    [InlineData("locator that points before", "Corrupt zip64 end of central directory record")]
    [InlineData("no record", "Zip64 end of central directory record not found")]
    public void CanBeDamagedIn64Bits(string damage, string detail)
    {
        var content = damage switch
        {
            "locator only" => new ZipForge().Raw(new byte[55]).Locator().End(),
            "locator that points behind" => new ZipForge().End64().Locator(more: 1).End(),
            "locator that points before" => new ZipForge().Raw(new byte[9]).End64().Locator(more: -1).End(),
            _ => new ZipForge().Raw(new byte[56]).Locator().End(),
        };

        Refused(detail, () => ZipEnd.Find(Archive(content.ToArray())));
    }

    [Theory]
    [InlineData(10, 20, "Bad offset for central directory")]
    [InlineData(60, 46, "Bad magic number for central directory")]
    [InlineData(60, 45, "Truncated central directory")]
    [InlineData(ArchiveLimits.CentralDirectory, ArchiveLimits.CentralDirectory, "Bad magic number for central directory")]
    public void MustBeginWithARecord(long location, ulong size, string detail)
    {
        byte[] content = [.. new byte[15], .. "PK\u0001\u0002"u8, .. new byte[100]];

        Refused(detail, () => ZipDirectory.Read(Archive(content), new ZipEnd(location, size, 0, 1, true)));
    }

    [Fact]
    public void EndsTheNameOfItsLastMember()
    {
        var record = Part.Central(0);
        record[28] = 9;
        byte[] content = [.. Part.Local(), .. record, .. "xxxxxxxxxxxx"u8];
        var start = Part.Local().Length;

        var directory = ZipDirectory.Read(Archive(content), new ZipEnd(start + record.Length, (ulong)record.Length, (ulong)start, 1, true));

        Assert.Equal("a", Assert.Single(directory.Entries).Name);
    }

    [Fact]
    public void MayHaveAMemberWithoutAName() => Assert.Equal("", Read(new ZipPart("")).Name);

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, "it needs version 6.4 of the ZIP format")]
    public void KnowsVersionsUpTo63(byte version, string? problem) =>
        Assert.Equal(problem, Record.Exception(() => Read(Part with { Version = version }))?.Message);

    [Theory]
    [InlineData(1, 0, "b", "b")]
    [InlineData(1, 0, "b\0c", "b")]
    [InlineData(1, 0, "", "a")]
    [InlineData(1, 1, "b", "a")]
    [InlineData(2, 0, "b", "a")]
    public void TakesANameFromItsExtraField(byte version, uint wrong, string name, string expected)
    {
        byte[] field = [version, .. BitConverter.GetBytes(Gzip.Crc("a"u8.ToArray()) + wrong), .. Encoding.UTF8.GetBytes(name)];

        var entry = Read(Part with { CentralExtra = ZipForge.Extra(0x7075, field) });

        Assert.Equal((expected, "a"), (entry.Name, entry.RecordedName));
    }

    [Theory]
    [InlineData(0, "Corrupt zip64 extra field. File size not found.")]
    [InlineData(7, "Corrupt zip64 extra field. File size not found.")]
    [InlineData(8, "Corrupt zip64 extra field. Compress size not found.")]
    [InlineData(16, "Corrupt zip64 extra field. Header offset not found.")]
    [InlineData(24, null)]
    public void TakesLargeNumbersFromItsExtraField(int length, string? problem)
    {
        var part = Part with { CentralSize = uint.MaxValue, CentralCompressed = uint.MaxValue, CentralExtra = ZipForge.Extra(1, ZipForge.Large(5, 6, 7)[..length]) };
        var record = part.Central(uint.MaxValue);

        ZipEntry Entry() => ZipCentralHeader.Read(0, 0, record.AsSpan(0, 46), record.AsSpan(46, 1), record.AsSpan(47));

        if (problem is not null)
        {
            Refused(problem, Entry);
            return;
        }

        Assert.Equal((5UL, 6UL, (Int128)7), (Entry().Size, Entry().CompressedSize, Entry().HeaderOffset));
    }

    private static ZipEntry Read(ZipPart part)
    {
        var archive = Archive(ZipForge.Pack(part));
        return Assert.Single(ZipDirectory.Read(archive, ZipEnd.Find(archive)!).Entries);
    }

    private static void Refused(string detail, Func<object?> read) =>
        Assert.StartsWith($"The archive is damaged: {detail}. ", Assert.Throws<UnacceptableArchiveException>(read).Remedy, StringComparison.Ordinal);

    private static ArchiveBytes Archive(byte[] content) => new(new MemoryStream(content));

    private static byte[] End(uint offset = 0, ushort comment = 0)
    {
        var end = new ZipForge().End().ToArray()[..EndSize];
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), offset);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(20), comment);
        return end;
    }
}
