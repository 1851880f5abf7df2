using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The first bytes of a file determine whether it is a program, so every system packs it the same way.</summary>
public sealed class MembersOfAnArchive : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", false)]
    [InlineData("23", false)]
    [InlineData("2321", true)] // #!
    [InlineData("2320", false)]
    [InlineData("2021", false)]
    [InlineData("7F454C46", true)] // ELF
    [InlineData("7F454C47", false)]
    [InlineData("7F454D46", false)]
    [InlineData("7F464C46", false)]
    [InlineData("7E454C46", false)]
    [InlineData("7F454C", false)]
    [InlineData("CFFAEDFE", true)] // Mach-O
    [InlineData("CEFAEDFE", true)]
    [InlineData("CDFAEDFE", false)]
    [InlineData("CFFBEDFE", false)]
    [InlineData("CFFAEEFE", false)]
    [InlineData("CFFAEDFF", false)]
    [InlineData("FEEDFACF", true)]
    [InlineData("FEEDFACE", true)]
    [InlineData("FEEDFACD", false)]
    [InlineData("FEEDFBCF", false)]
    [InlineData("FEEEFACF", false)]
    [InlineData("FDEDFACF", false)]
    [InlineData("CAFEBABE00000001", true)] // several processors
    [InlineData("CAFEBABF00000002", true)]
    [InlineData("CAFEBABE0000001E", true)]
    [InlineData("CAFEBABE0000001F", false)]
    [InlineData("CAFEBABE00000000", false)]
    [InlineData("CAFEBABE0000002D", false)] // Java
    [InlineData("CAFEBABE00000102", false)]
    [InlineData("CAFEBABE00010002", false)]
    [InlineData("CAFEBABE01000002", false)]
    [InlineData("CAFEBABD00000002", false)]
    [InlineData("CAFEBBBE00000002", false)]
    [InlineData("CAFFBABE00000002", false)]
    [InlineData("CBFEBABE00000002", false)]
    [InlineData("CAFEBABE000000", false)]
    public void AreProgramsByTheirFirstBytes(string start, bool isProgram)
    {
        var path = folder.Combine("file");
        File.WriteAllBytes(path, Convert.FromHexString(start));

        var entry = ArchiveEntry.OfFile("bin/file", path);

        Assert.Equal(("bin/file", isProgram, isProgram ? Convert.ToInt32("755", 8) : Convert.ToInt32("644", 8)), (entry.Name, entry.IsExecutable, entry.Mode));
    }

    [Fact]
    public void AreProgramsWhereTheCallerSaysSo() => Assert.True(ArchiveEntry.OfFile("bin/file", folder.Write("file", "text"), isProgram: true).IsExecutable);

    [Fact]
    public void AreOpenedAsTheyAre()
    {
        using var file = ArchiveEntry.OfFile("a", folder.Write("file", "text")).Open();
        using var text = ArchiveEntry.OfText("a", "grüße").Open();

        Assert.Equal("text", new StreamReader(file, Encoding.UTF8).ReadToEnd());
        Assert.Equal("grüße"u8.ToArray(), ((MemoryStream)text).ToArray());
        Assert.False(ArchiveEntry.OfText("a", "#!/bin/sh").IsExecutable);
    }
}
