using System.IO.Compression;
using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>What one pass through a source distribution finds, what it does not keep, and how it is reported.</summary>
public sealed class ScanningAnSdist
{
    private const int Scanned = 5 * 1024 * 1024;
    private const int Kept = 100_000;
    private const string Mark = "__pyarmor_enter__";

    [Fact]
    public void NamesThreeMembersThatLeaveIt() => Assert.Equal(
        ["../a", "/b", "null"],
        Scan(new TarForge().File("../a", "").File("/b", "").Member("null", '3').File("../d", "").End()).Escaping);

    public static TheoryData<TarForge, string?> Encrypted => new()
    {
        { new TarForge().File("a.py", Mark).File("b.py", "clean").End(), "a.py" },
        { new TarForge().File("a.py", Mark).File("b.py", Mark).End(), "a.py" },
        { new TarForge().Member("a.py", '0', Marked(Scanned)).End(), "a.py" },
        { new TarForge().Member("a.py", '0', Marked(Scanned + 1)).End(), null },
        { new TarForge().Member("a.py", 'S', Marked(100)).End(), null },
        { new TarForge().Member("a.py", 'Z', Marked(100)).End(), null },
        { new TarForge().File("a.txt", Mark).End(), null },
    };

    [Theory, MemberData(nameof(Encrypted))]
    public void SearchesForEncryptedCode(TarForge archive, string? member) =>
        Assert.Equal(member, Scan(archive).Encrypted?.Remedy?.Split(' ')[0]);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "it has more than 100000 members named as PKG-INFO or a licence file")]
    public void KeepsAHundredThousandNames(int more, string? expected) =>
        Assert.Equal(expected, Record.Exception(() => Scan(ManyNames(Kept + more)))?.Message);

    [Theory]
    [InlineData("425A68393131", true)] // bzip2
    [InlineData("28B52FFD", true)] // zstandard
    [InlineData("FD377A585A00", true)] // xz
    [InlineData("425A", false)]
    [InlineData("28B52F", false)]
    [InlineData("FD377A585A", false)]
    [InlineData("", false)]
    public void IsNotForOtherCompressions(string start, bool isOtherTar) =>
        Assert.Equal(new ArchiveKind(false, false, isOtherTar), ArchiveKind.Detect(new MemoryStream(Convert.FromHexString(start))));

    [Fact]
    public void StartsAlsoWithAHeaderThatIsTooLong() => Assert.Equal(
        new ArchiveKind(false, true, false),
        ArchiveKind.Detect(new MemoryStream(new TarForge().Member("x", 'x', new byte[2 * 1024 * 1024]).End().Compressed())));

    [Fact]
    public void IsNotNeededForTheName() =>
        Assert.Empty(SdistRules.CheckContent(new([new("name", "greeter"), new("version", "1.0"), new("license_file", "LICENSE")]), TestSdist.FileName, null));

    [Fact]
    public void EndsWithARemedy()
    {
        var (fatal, plain) = (ArchiveFindings.Refused("f", ArchiveFindings.Fatal("broken", "mend")), ArchiveFindings.Refused("f", new("None", "change")));

        Assert.Equal(("mend", true), (fatal.Remedy, fatal.ServerFails));
        Assert.Equal(("change", false), (plain.Remedy, plain.ServerFails));
        Assert.All(
            new[] { ArchiveFindings.Fatal("broken"), new UnacceptableArchiveException("None") },
            reason => Assert.StartsWith("Rebuild the file", ArchiveFindings.Refused("f", reason).Remedy, StringComparison.Ordinal));
    }

    private static SdistScan Scan(TarForge archive) => Scan(archive.Compressed());

    private static SdistScan Scan(byte[] file)
    {
        var scan = new SdistScan(["PKG-INFO"]);
        scan.Run(new MemoryStream(file));
        return scan;
    }

    private static byte[] Marked(int length) => [.. new byte[length - Mark.Length], .. Encoding.ASCII.GetBytes(Mark)];

    /// <summary>Each digit of a name is followed by its complement, so that all headers have the same checksum.</summary>
    private static byte[] ManyNames(int count)
    {
        var header = new TarForge().File("070707070707PKG-INFO", "").ToArray();
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
            {
                for (var (digit, rest) = (0, i); digit < 12; (digit, rest) = (digit + 2, rest >> 3))
                {
                    (header[digit], header[digit + 1]) = ((byte)('0' + (rest & 7)), (byte)('7' - (rest & 7)));
                }

                gzip.Write(header);
            }

            gzip.Write(new byte[1024]);
        }

        return file.ToArray();
    }
}
