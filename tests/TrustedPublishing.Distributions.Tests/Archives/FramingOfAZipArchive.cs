using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The walk from the first byte, with the central directory of an intact archive: what an earlier check would have rejected reaches it too.</summary>
public sealed class FramingOfAZipArchive
{
    private const string Malformed = "Malformed zip file";
    private const int Size = 4;

    private static readonly byte[] Path = ZipForge.Extra(0x7075, [1, .. BitConverter.GetBytes(Gzip.Crc("b"u8.ToArray())), .. "b"u8]);
    private static readonly ZipPart First = new("a", "data");
    private static readonly ZipPart Second = new ZipPart("b", "data").With([.. ZipForge.Extra(1, ZipForge.Large(Size, Size)), .. Path]);

    private static readonly Dictionary<string, (Func<byte[]> Content, string? Detail)> Walks = new()
    {
        ["nothing wrong"] = (() => Directory().End().ToArray(), null),
        ["64-bit records"] = (() => Directory().End64().Locator().End().ToArray(), null),
        ["a locator of nothing"] = (() => Directory().Locator().End().ToArray(), null),
        ["a 64-bit record without a locator"] = (() => Directory().End64().End().ToArray(), Malformed),
        ["a member less in the directory"] = (() => Locals().Centrals(First).End().ToArray(), "Mis-matched local headers and central directory"),
        ["another number of records"] = (() => Directory().End(moreRecords: 1).ToArray(), "Mismatched central directory records"),
        ["another offset"] = (() => Directory().End(moreOffset: 1).ToArray(), "Mismatched central directory offset"),
        ["another size"] = (() => Directory().End(moreSize: 1).ToArray(), "Mismatched central directory size"),
        ["other records on this disk"] = (() => Changed(Directory().End64().Locator().End().ToArray(), "PK\u0006\u0006"u8, 24), Malformed),
        ["another offset of 64 bits"] = (() => Directory().End64(moreOffset: 1).Locator().End().ToArray(), "Mismatched central directory offset"),
        ["a control character in the data"] = (() => Locals(First with { LocalName = "\n"u8.ToArray() }).End().ToArray(), "Invalid character in filename"),
        ["a control character in the directory"] = (() => Locals().Centrals(First with { CentralName = "\n"u8.ToArray() }).End().ToArray(), "Invalid character in filename"),
    };

    private static readonly Dictionary<string, (ZipPart Part, string? Detail)> Extras = new()
    {
        ["a path without text"] = (First with { LocalExtra = ZipForge.Extra(0x7075, [1, 0, 0, 0, 0]) }, null),
        ["a path that is too short"] = (First with { LocalExtra = ZipForge.Extra(0x7075, [1, 0]) }, null),
        ["an empty field of an unknown kind"] = (First with { LocalExtra = ZipForge.Extra(9, []) }, null),
        ["a field of one byte more than there are"] = (First with { LocalExtra = [9, 0, 1, 0] }, Malformed),
        ["a field of five bytes more than there are"] = (First with { LocalExtra = [9, 0, 5, 0] }, Malformed),
        ["numbers that are not needed"] = (First with { LocalExtra = ZipForge.Extra(1, ZipForge.Large(5, Size)) }, null),
        ["a size that is missing"] = (First with { LocalSize = uint.MaxValue, LocalExtra = ZipForge.Extra(1, []) }, Malformed),
        ["a compressed size that is missing"] = (First with { LocalCompressed = uint.MaxValue, LocalExtra = ZipForge.Extra(1, []) }, Malformed),
    };

    public static TheoryData<string> NamesOfWalks => [.. Walks.Keys];

    public static TheoryData<string> NamesOfExtras => [.. Extras.Keys];

    [Theory]
    [MemberData(nameof(NamesOfWalks))]
    public void MustAgreeWithTheDirectory(string name) => Assert.Equal(Framing(Walks[name].Detail), Walk(Walks[name].Content()));

    [Theory]
    [MemberData(nameof(NamesOfExtras))]
    public void AllowsFewExtraFields(string name)
    {
        var (part, detail) = Extras[name];
        Assert.Equal(Framing(detail), Walk(Locals(part).Centrals(First, Second).End().ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsIncompleteUpToItsLastByte(bool wide)
    {
        var whole = (wide ? Directory().End64().Locator() : Directory()).End("comment").ToArray();

        for (var length = 0; length < whole.Length; length++)
        {
            var expected = length < whole.Length - "comment".Length ? Malformed : "Trailing data";
            Assert.Equal((length, Framing(expected)), (length, Walk(whole[..length])));
        }

        Assert.Null(Walk(whole));
    }

    /// <summary>The last offset that a file can have is still an offset, at which nothing is.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void HasOffsetsOf63Bits(ulong more, bool isOffset)
    {
        const ulong AfterHeader = 30 + 1 + 20;
        var size = long.MaxValue - AfterHeader + more;
        var part = (First with { LocalCompressed = uint.MaxValue, CentralCompressed = uint.MaxValue, CentralSize = uint.MaxValue, LocalSize = uint.MaxValue })
            .With(ZipForge.Extra(1, ZipForge.Large(size, size)));
        var content = ZipForge.Pack(part);

        Assert.Equal(isOffset ? Framing(Malformed) : $"a claims to have {size} bytes", Walk(content, content));
    }

    private static string? Framing(string? detail) => detail is null ? null : ArchiveFindings.Framing(detail).Message;

    private static ZipForge Locals(ZipPart? first = null) => new ZipForge().Locals(first ?? First, Second);

    private static ZipForge Directory() => Locals().Centrals(First, Second);

    private static byte[] Changed(byte[] content, ReadOnlySpan<byte> signature, int offset)
    {
        content[content.AsSpan().IndexOf(signature) + offset] ^= 1;
        return content;
    }

    private static string? Walk(byte[] content) => Walk(content, Directory().End().ToArray());

    private static string? Walk(byte[] content, byte[] intact)
    {
        var archive = new ArchiveBytes(new MemoryStream(intact));
        var directory = ZipDirectory.Read(archive, ZipEnd.Find(archive)!);
        try
        {
            ZipFraming.Check(new ArchiveBytes(new MemoryStream(content)), directory);
            return null;
        }
        catch (UnacceptableArchiveException refusal)
        {
            return refusal.Message;
        }
    }
}
