using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The fields of a header and the records of an extended header, as leniently read as by Python.</summary>
public sealed class HeadersOfATarArchive
{
    [Theory]
    [InlineData("a", '0', "p/a")]
    [InlineData("a/", '0', "p/a/")]
    [InlineData("a//", '5', "p/a")]
    [InlineData("a/", '\0', "p/a")]
    [InlineData("a", 'L', "a")]
    [InlineData("a", 'K', "a")]
    [InlineData("a", 'S', "a")]
    [InlineData("a", 'x', "p/a")]
    public void JoinPrefixAndName(string name, char type, string expected) =>
        Assert.Equal(expected, TarHeader.Parse(Block(name, type, header => header[345] = (byte)'p'))?.Name);

    [Theory]
    [InlineData('S', 1, true)]
    [InlineData('S', 0, false)]
    [InlineData('0', 1, false)]
    [InlineData('0', 0, false)]
    public void AnnounceMoreOfASparseFile(char type, byte mark, bool more) =>
        Assert.Equal(more, TarHeader.Parse(Block("a", type, header => header[482] = mark))?.MoreSparse);

    /// <summary>Every number is read, also those that are not needed.</summary>
    [Theory]
    [InlineData(100, 8)]
    [InlineData(108, 8)]
    [InlineData(116, 8)]
    [InlineData(124, 12)]
    [InlineData(136, 12)]
    [InlineData(329, 8)]
    [InlineData(337, 8)]
    public void HaveOctalNumbers(int offset, int length)
    {
        foreach (var (digits, valid) in new[] { ("17", true), (" 7 ", true), ("", true), ("18", false), ("1/", false), ("8", false), ("-1", false), ("1 7", false) })
        {
            var block = Block("a", '0', header =>
            {
                header.AsSpan(offset, length).Clear();
                Encoding.ASCII.GetBytes(digits, header.AsSpan(offset));
            });
            Assert.Equal((offset, digits, valid), (offset, digits, TarHeader.Parse(block) is not null));
        }
    }

    [Theory]
    [InlineData("800000000000000000000102", 258L)]
    [InlineData("800000007FFFFFFFFFFFFFFF", long.MaxValue)]
    [InlineData("80FFFFFFFFFFFFFFFFFFFFFF", long.MaxValue)]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFF", null)] // negative
    [InlineData("FF0000000000000000000000", null)]
    [InlineData("810000000000000000000000", null)]
    [InlineData("3737373737373737373737FF", null)]
    public void HaveBinaryNumbers(string field, long? size) =>
        Assert.Equal(size, TarHeader.Parse(Block("a", '0', header => Convert.FromHexString(field).CopyTo(header, 124)))?.Size);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-2 * 256, true)] // two bytes of the name count as negative
    [InlineData(-256, false)]
    [InlineData(1, false)]
    [InlineData(-1, false)]
    public void HaveASumOfUnsignedOrSignedBytes(int difference, bool valid)
    {
        var block = Block("é", '0');
        var sum = Convert.ToInt32(Encoding.ASCII.GetString(block, 148, 6), 8) + difference;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0')).CopyTo(block, 148);

        Assert.Equal(valid, TarHeader.Parse(block) is not null);
    }

    [Fact]
    public void AreInvalidWithAnyChangedBit()
    {
        var block = Block("some/name", '0');
        var field = Enumerable.Range(148 * 8, 8 * 8); // the checksum can be written in several ways
        foreach (var bit in Enumerable.Range(0, 512 * 8).Except(field))
        {
            var changed = block.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(TarHeader.Parse(changed) is null, $"bit {bit}");
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("5 a=\n", "a=")]
    [InlineData("6 a=b\n", "a=b")]
    [InlineData("6 a=b\n7 cd=e\n\0 rest", "a=b cd=e")]
    [InlineData("6 a=b\n6 a=c\n", "a=c")]
    [InlineData("00000000000000000025 a=b\n", "a=b")] // twenty digits
    [InlineData("000000000000000000026 a=b\n", null)]
    [InlineData("7 a=b\n", null)]
    [InlineData("5 a=b\n", null)]
    [InlineData("4 =\n", null)]
    [InlineData("5 =b\n", null)]
    [InlineData("5 ab\n", null)]
    [InlineData("6 a=bc", null)]
    [InlineData("00005 a=b\n", null)] // ends before the space
    [InlineData("00006 a=b\n", null)] // ends with it
    [InlineData(" 6 a=b\n", null)]
    [InlineData("+6 a=b\n", null)]
    [InlineData("a=b\n", null)]
    public void ExtendOthersWithRecords(string content, string? records)
    {
        var values = new Dictionary<string, string>();

        var valid = PaxHeader.TryRead(Encoding.UTF8.GetBytes(content), values);

        Assert.Equal(records, valid ? string.Join(' ', values.Select(each => $"{each.Key}={each.Value}")) : null);
    }

    [Fact]
    public void TellByTheirTypeWhatFollows()
    {
        string Types(Func<TarMember, bool> condition) =>
            string.Concat("\00123456789DSZLKxXgV".Where(type => condition(new("a", type, 0, "", false)))).Replace('\0', '_');

        Assert.Equal("_0789DSZLKxXgV", Types(member => member.HasData));
        Assert.Equal(("_07S", "12", "346"), (Types(member => member.IsFile), Types(member => member.IsLink), Types(member => member.IsDevice)));
    }

    private static byte[] Block(string name, char type, Action<byte[]>? change = null) => new TarForge().Member(name, type, change: change).ToArray();
}
