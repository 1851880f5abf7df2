using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>Members and the rules for all of them, at the limits.</summary>
public sealed class ReadingAZipArchive
{
    private const int Mebibyte = 1024 * 1024;
    private const string Marker = "__pyarmor_enter__";

    private static readonly ZipPart Text = new ZipPart("a.txt", "text").With(ZipForge.Extra(9, [1, 2, 3]));

    [Theory]
    [InlineData(4, null)]
    [InlineData(3, "a.txt has 4 bytes, and no more than 3 are read")]
    public void ReadsNoMoreThanTheLimit(int limit, string? problem)
    {
        var (archive, entry) = Open(Text);

        byte[]? read = null;
        var exception = Record.Exception(() => read = ZipMember.Read(archive, entry, limit));

        Assert.Equal(problem, exception?.Message);
        Assert.Equal(problem is null ? "text"u8.ToArray() : null, read);
        Assert.True(exception is null or UnjudgedArchiveException);
    }

    [Fact]
    public void ReservesNoMemoryForAClaimedSize()
    {
        var (archive, entry) = Open(Text with { CentralSize = 60 * Mebibyte });
        ZipMember.Read(archive, entry with { Size = 4 }, ArchiveLimits.TextMember);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ZipMember.Read(archive, entry, ArchiveLimits.TextMember);

        Assert.Equal(4, read.Length);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Mebibyte);
    }

    [Theory]
    [InlineData("intact", null)]
    [InlineData("damaged", "Bad CRC-32 for file 'a.txt'")]
    [InlineData("renamed", "File name in directory 'a.txt' and header differ")]
    [InlineData("elsewhere", "there is no local header for a.txt")]
    [InlineData("far away", "there is no local header for a.txt")]
    [InlineData("cut off", "there is no local header for a.txt")]
    public void RequiresTheMemberOfTheDirectory(string how, string? detail)
    {
        var (archive, entry) = Open(how switch
        {
            "damaged" => Text with { Crc = 1 },
            "renamed" => Text with { LocalName = "b.txt"u8.ToArray() },
            _ => Text,
        });
        entry = how switch { "elsewhere" => entry with { HeaderOffset = 1 }, "far away" => entry with { HeaderOffset = long.MaxValue }, _ => entry };
        archive = how == "cut off" ? Archive(Text.Local()[..29]) : archive;

        var exception = Record.Exception(() => ZipMember.Verify(archive, entry));

        Assert.True(exception is null || exception.GetType() == typeof(UnacceptableArchiveException), exception?.ToString());
        Assert.Equal(detail is null, exception is null);
        Assert.StartsWith(detail is null ? "" : $"The archive is damaged: {detail}. ", (exception as UnacceptableArchiveException)?.Remedy ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void DecodesTheWholeCodePage()
    {
        Assert.Equal("\0\u007fÇüßα\u00A0", ZipText.Decode([0, 0x7F, 0x80, 0x81, 0xE1, 0xE0, 0xFF], 0));
        Assert.Equal("a\u007f", ZipText.Decode("a\u007f"u8, 0));
        Assert.Equal(("é", null), (ZipText.Decode("é"u8, ZipText.Utf8Flag), ZipText.Decode([0x80], ZipText.Utf8Flag)));
    }

    /// <summary>More than 64 MiB, and more than 50 times the archive.</summary>
    [Theory]
    [InlineData(0, 64L * Mebibyte, true)]
    [InlineData(0, (64L * Mebibyte) + 1, false)]
    [InlineData(2 * Mebibyte, 0, true)]
    [InlineData(2 * Mebibyte, 1, false)]
    public void IsABombOnlyBeyondTheLimits(int stored, long total, bool accepted)
    {
        var data = new ZipPart("data.bin", new byte[stored]);
        var (length, others) = (ZipForge.Pack(TestWheel.With(data)).Length, TestWheel.With(data).Sum(part => (long)part.CentralSize) - stored);
        var size = (uint)((stored == 0 ? total : (50L * length) + total) - others);

        var findings = Findings(TestWheel.With(data with { LocalSize = size, CentralSize = size }));

        Assert.Equal(accepted ? [] : ["Invalid distribution file. File exceeds compression ratio of 50"], findings);
    }

    /// <summary>All Python files together; the last one that fits is read, too.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void SearchesSoMuchPython(uint more, bool searched)
    {
        var first = TestWheel.Parts[0].CentralSize;
        var size = (uint)ArchiveLimits.ScannedMembers - first + more;

        var findings = Findings(TestWheel.With(new ZipPart("greeter/x.py", new byte[6 * Mebibyte]) with { LocalSize = size, CentralSize = size }));

        Assert.Equal(searched ? [] : ["The archive was not checked: its Python files have more than 256 MiB, the rest was not searched for encrypted code."], findings);
    }

    [Fact]
    public void SearchesNoSingleFileOfMore()
    {
        var size = (uint)ArchiveLimits.ScannedMembers + 1;
        var large = new ZipPart("greeter/__init__.py", new byte[6 * Mebibyte]) with { LocalSize = size, CentralSize = size };

        Assert.StartsWith("The archive was not checked: ", Assert.Single(Findings(TestWheel.Replacing(large))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void SearchesFilesOf5Mebibytes(int more, bool searched)
    {
        byte[] content = [.. System.Text.Encoding.ASCII.GetBytes(Marker), .. new byte[ArchiveLimits.ScannedMember - Marker.Length + more]];

        Assert.Equal(searched, Findings(TestWheel.With(new ZipPart("greeter/x.py", content))).Any(text => text.Contains("PyArmor", StringComparison.Ordinal)));
    }

    [Fact]
    public void VerifiesFilesThatItDoesNotSearch()
    {
        var part = new ZipPart("greeter/x.py", new byte[ArchiveLimits.ScannedMember + 1]) with { Crc = 1 };

        Assert.Equal(["Invalid distribution file. None"], Findings(TestWheel.With(part)));
    }

    [Fact]
    public void VerifiesThePackageInfoOfAnSdist()
    {
        ZipPart[] parts = [new ZipPart("greeter-1.0/PKG-INFO", "x") with { Crc = 1 }, new ZipPart("greeter-1.0/b", "")];

        Assert.Equal("Invalid distribution file. None", Findings(parts, "greeter-1.0.zip")[0]);
    }

    private static string[] Findings(IEnumerable<ZipPart> parts, string fileName = TestWheel.FileName) =>
        [.. Verdict.Of(new ArchiveCase("", fileName, () => ZipForge.Pack(parts))).Select(finding => finding.Text)];

    private static (ArchiveBytes Archive, ZipEntry Entry) Open(ZipPart part)
    {
        var archive = Archive(ZipForge.Pack(part));
        return (archive, Assert.Single(ZipDirectory.Read(archive, ZipEnd.Find(archive)!).Entries));
    }

    private static ArchiveBytes Archive(byte[] content) => new(new MemoryStream(content));
}
