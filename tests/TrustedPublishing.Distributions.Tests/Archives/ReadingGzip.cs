using System.IO.Compression;
using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>Headers, trailers and ends of gzip members, byte by byte.</summary>
public sealed class ReadingGzip
{
    private const string NotGzip = "BadGzipException: it is not compressed with gzip, or something follows the compressed data";
    private const string NoHeader = "EndOfStreamException: the file ends in a gzip header";
    private const string NoData = "EndOfStreamException: the file ends in the middle of its compressed data";
    private const string NoTrailer = "EndOfStreamException: the file ends before its checksum";
    private const string WrongTrailer = "BadGzipException: its checksum or length is wrong";

    private static readonly int[] Lengths = [0, 1, 300];

    private static readonly byte[] Text = "hello world"u8.ToArray();

    private static readonly byte[] Noise = Random(20_000);

    public static TheoryData<int, int> Headers => [.. from flags in Enumerable.Range(0, 32) from extra in Lengths select (flags, extra)];

    /// <summary>Optional fields: the checksum of the header, extra data, name and comment.</summary>
    [Theory, MemberData(nameof(Headers))]
    public void SkipsTheFieldsOfAHeader(int flags, int extra)
    {
        var file = Member(Text, flags, extra);

        Assert.Equal(("hello world", ""), Read(file));
        Assert.Equal(("hello worldhello world", ""), Read([.. file, .. file]));
    }

    [Fact]
    public void DistinguishesEveryPlaceWhereAFileCanEnd()
    {
        var file = Member(Text, flags: 31, extra: 3);
        for (var length = 0; length < file.Length; length++)
        {
            var expected = length < 2 ? NotGzip : length < 10 ? NoHeader : length < file.Length - 8 ? NoData : NoTrailer;
            Assert.Equal((length, expected), (length, Read(file[..length]).Error));
        }
    }

    [Fact]
    public void DetectsEveryChangedBitOfHeaderAndTrailer()
    {
        var file = Member(Text);
        foreach (var at in Enumerable.Range(0, 10).Concat(Enumerable.Range(file.Length - 8, 8)).Where(at => at != 3))
        {
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                var changed = file.ToArray();
                changed[at] ^= (byte)bit;
                var expected = at < 2 ? NotGzip : at == 2 ? $"BadGzipException: it uses compression method {8 ^ bit} of gzip" : at < 10 ? "" : WrongTrailer;
                Assert.Equal((at, bit, expected), (at, bit, Read(changed).Error));
            }
        }
    }

    public static TheoryData<string, byte[], int, string> Sequences => new()
    {
        { "nothing", [], 0, NotGzip },
        { "a member of nothing", Gzip.Compress([]), 0, NotGzip }, // another one with data must follow
        { "nothing, then a text", [.. Gzip.Compress([]), .. Member(Text)], 11, "" },
        { "two members of several reads", [.. Member(Noise), .. Member(Noise)], 40_000, "" },
        { "zeros between two members", [.. Member(Text), .. new byte[700], .. Member(Text)], 22, "" },
        { "zeros at the end", [.. Member(Noise), .. new byte[700]], 20_000, "" },
        { "something else at the end", [.. Member(Text), 0, 1], 11, NotGzip },
        { "the right trailer far behind a wrong one", [.. Member(Noise)[..^8], .. new byte[9000], .. Member(Noise)[^8..]], 20_000, WrongTrailer },
        { "no trailer", Member(Noise)[..^8], 20_000, NoTrailer },
        { "no trailer after a member of nothing", Gzip.Compress([])[..^8], 0, NoTrailer },
        { "another trailer", [.. Member(Noise)[..^8], .. Member(Text)[^8..]], 20_000, WrongTrailer },
    };

    [Theory, MemberData(nameof(Sequences))]
    public void ContinuesWithTheNextMember(string name, byte[] file, int length, string error)
    {
        var (text, actual) = Read(file);

        Assert.Equal((name, length, error), (name, text.Length, actual));
    }

    [Fact]
    public void EndsWhereTheFileEndedWhenItWasOpened()
    {
        using var stream = new MemoryStream();
        stream.Write(Member(Noise).AsSpan()[..^12]);
        using var gzip = new GzipReader(stream);
        stream.Write(Member(Noise).AsSpan()[^12..]);

        Assert.Equal(NoData, Read(gzip).Error);
    }

    [Fact]
    public void EndsWhenItIsDisposed()
    {
        using var gzip = new GzipReader(new MemoryStream(Member(Random(300_000))));
        Assert.Equal(128 * 1024, gzip.Read(new byte[300_000]));
        Assert.Equal(128 * 1024, gzip.Produced);

        gzip.Dispose();

        Assert.Throws<ObjectDisposedException>(() => gzip.Read(new byte[1]));
    }

    private static (string Text, string Error) Read(byte[] file)
    {
        using var gzip = new GzipReader(new MemoryStream(file));
        return Read(gzip);
    }

    private static (string Text, string Error) Read(GzipReader gzip)
    {
        var text = new List<byte>();
        var piece = new byte[5];
        try
        {
            for (int count; (count = gzip.Read(piece)) > 0;)
            {
                text.AddRange(piece.AsSpan(0, count));
            }
        }
        catch (Exception error) when (error is BadGzipException or EndOfStreamException)
        {
            return (Encoding.Latin1.GetString([.. text]), $"{error.GetType().Name}: {error.Message}");
        }

        Assert.Equal(text.Count, gzip.Produced);
        return (Encoding.Latin1.GetString([.. text]), "");
    }

    private static byte[] Member(byte[] data, int flags = 0, int extra = 0) =>
    [
        0x1F, 0x8B, 8, (byte)flags, 0, 0, 0, 0, 0, 3,
        .. (flags & 4) != 0 ? [(byte)extra, (byte)(extra >> 8), .. Enumerable.Repeat((byte)'e', extra)] : Array.Empty<byte>(),
        .. (flags & 8) != 0 ? "name\0"u8 : [],
        .. (flags & 16) != 0 ? "a comment\0"u8 : [],
        .. (flags & 2) != 0 ? "cc"u8 : [],
        .. Gzip.Compress(data, CompressionLevel.Fastest)[10..],
    ];

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        var state = 1u;
        for (var i = 0; i < length; i++)
        {
            state = (state * 1_664_525u) + 1_013_904_223u;
            bytes[i] = (byte)(state >> 24);
        }

        return bytes;
    }
}
