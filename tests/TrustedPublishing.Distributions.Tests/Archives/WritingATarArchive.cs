using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The headers of a tar archive, field by field.</summary>
public sealed class WritingATarArchive
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(0x1FF);

    private static readonly string Folder155 = new('f', 155);

    private static readonly string Name100 = new('n', 100);

    [Fact]
    public void HasThePlainHeaderOfUstar()
    {
        var tar = Tar(Entry("greeter-1.0/a.txt", "hello"u8.ToArray()));

        Assert.Equal(4 * 512, tar.Length);
        var fields = new[] { (0, 100), (100, 8), (108, 8), (116, 8), (124, 12), (136, 12), (156, 1), (157, 100), (257, 8), (265, 64), (329, 8), (337, 8), (345, 167) };
        Assert.Equal(
            ["greeter-1.0/a.txt", "0000644", "0000000", "0000000", "00000000005", "00000000777", "0", "", "ustar\0" + "00", "", "0000000", "0000000", ""],
            fields.Select(field => Encoding.ASCII.GetString(tar, field.Item1, field.Item2).TrimEnd('\0')));
        var sum = tar[..148].Sum(value => value) + (8 * ' ') + tar[156..512].Sum(value => value);
        Assert.Equal($"{Convert.ToString(sum, 8).PadLeft(6, '0')}\0 ", Encoding.ASCII.GetString(tar, 148, 8));
        Assert.Equal("hello", Encoding.ASCII.GetString(tar, 512, 512).TrimEnd('\0'));
        Assert.All(tar[1024..], value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(false, "0000644")]
    [InlineData(true, "0000755")]
    public void RecordsTheModeOfAFile(bool isExecutable, string mode) =>
        Assert.Equal(mode, Encoding.ASCII.GetString(Tar(new ArchiveEntry("a", () => new MemoryStream(), isExecutable)), 100, 7));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(511, 1)]
    [InlineData(512, 1)]
    [InlineData(513, 2)]
    public void FillsTheLastBlock(int size, int blocks) => Assert.Equal((1 + blocks + 2) * 512, Tar(Entry("a", new byte[size])).Length);

    [Fact]
    public void KnowsNoTimeBefore1970() =>
        Assert.Equal("00000000000", Encoding.ASCII.GetString(Tar(DateTimeOffset.FromUnixTimeSeconds(-1), Entry("a", [])), 136, 11));

    public static TheoryData<string, string, string> NamesThatFit => new()
    {
        { Name100, "", Name100 },
        { $"f/{Name100}", "f", Name100 },
        { $"{Folder155}/{Name100}", Folder155, Name100 },
        { $"{Folder155}/n", Folder155, "n" },
        { $"a/b/{new string('n', 98)}", "a", $"b/{new string('n', 98)}" }, // cut as early as the rest fits
    };

    [Theory, MemberData(nameof(NamesThatFit))]
    public void CutsALongNameAtASlash(string path, string prefix, string name)
    {
        var tar = Tar(Entry(path, []));

        Assert.Equal(3 * 512, tar.Length);
        Assert.Equal((prefix, name), (Text(tar, 345, 155), Text(tar, 0, 100)));
    }

    public static TheoryData<string, string> NamesThatDoNotFit => new()
    {
        { $"f/{Name100}n", new string('n', 100) },
        { $"{Folder155}f/n", $"{new string('f', 98)}/n" },
        { $"/{Name100}", Name100 },
        { new string('x', 101), new string('x', 100) },
        { "grüße.txt", "gr__e.txt" },
        { $"{new string('ü', 100)}", new string('_', 100) },
    };

    /// <summary>A pax header has the whole name; readers that do not know pax see the end of it.</summary>
    [Theory, MemberData(nameof(NamesThatDoNotFit))]
    public void PutsANameThatDoesNotFitIntoAPaxHeader(string path, string fallback)
    {
        var tar = Tar(Entry(path, [1]));

        var size = Convert.ToInt32(Text(tar, 124, 12), 8);
        var record = Encoding.UTF8.GetString(tar, 512, size);
        Assert.Equal(("././@PaxHeader", "x", "0000644"), (Text(tar, 0, 100), Text(tar, 156, 1), Text(tar, 100, 8)));
        Assert.Equal($"{size} path={path}\n", record);
        Assert.Equal(fallback, Text(tar, 512 + ((size + 511) / 512 * 512), 100));
    }

    /// <summary>The record's length counts its own digits: at 98 bytes without them it has two, at 99 three.</summary>
    [Theory]
    [InlineData(89)]
    [InlineData(90)]
    [InlineData(91)]
    [InlineData(92)]
    [InlineData(988)]
    [InlineData(989)]
    [InlineData(990)]
    public void CountsTheDigitsOfARecordsLength(int length)
    {
        var path = $"é{new string('n', length - 2)}";
        var tar = Tar(Entry(path, []));

        var size = Convert.ToInt32(Text(tar, 124, 12), 8);
        Assert.Equal($"{size} path={path}\n", Encoding.UTF8.GetString(tar, 512, size));
    }

    [Theory]
    [InlineData(0x1FFFFFFFFL, null)]
    [InlineData(0x200000000L, "19 size=8589934592\n")]
    public void PutsASizeOf8GiBIntoAPaxHeader(long size, string? record)
    {
        var tar = Tar(new ArchiveEntry("a", () => new ClaimingStream(size), false), bytes: 2048);

        Assert.Equal(record is null ? "a" : "././@PaxHeader", Text(tar, 0, 100));
        Assert.Equal(record ?? "", record is null ? "" : Text(tar, 512, 512));
        Assert.Equal("77777777777", Text(tar, record is null ? 124 : 1024 + 124, 12));
    }

    [Fact]
    public void IsCompressedWithoutNameTimeAndSystem()
    {
        using var output = new MemoryStream();
        using (var gzip = new GzipWriter(output))
        {
            gzip.Write("hello "u8);
            gzip.Write("world"u8);
        }

        var file = output.ToArray(); // the stream was left open
        Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255], file[..10]);
        Assert.Equal((0x0D4A1185u, 11u), (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan()[^8..]), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan()[^4..])));
        Assert.Equal("hello world", Encoding.ASCII.GetString(Unpacked(file, 100)));
    }

    private static ArchiveEntry Entry(string name, byte[] content) => new(name, () => new MemoryStream(content), false);

    private static byte[] Tar(ArchiveEntry entry, int bytes = 1 << 20) => Tar(Time, entry, bytes);

    private static byte[] Tar(DateTimeOffset time, ArchiveEntry entry, int bytes = 1 << 20)
    {
        using var output = new MemoryStream();
        using (var gzip = new GzipWriter(output))
        {
            var tar = new TarWriter(gzip, time);
            tar.Add(entry);
            tar.Finish();
        }

        return Unpacked(output.ToArray(), bytes);
    }

    private static byte[] Unpacked(byte[] file, int bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        var content = new byte[bytes];
        return content[..gzip.ReadAtLeast(content, bytes, throwOnEndOfStream: false)];
    }

    private static string Text(byte[] tar, int offset, int length) => Encoding.UTF8.GetString(tar, offset, length).Split('\0')[0];

    /// <summary>A stream that claims to be large.</summary>
    private sealed class ClaimingStream(long length) : MemoryStream
    {
        public override long Length => length;
    }
}
