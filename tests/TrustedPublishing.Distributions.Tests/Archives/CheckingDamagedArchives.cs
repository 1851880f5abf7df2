using CsCheck;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>Randomly changed archives produce findings or none, but never an exception or a hang.</summary>
public sealed class CheckingDamagedArchives
{
    private const int Tries = 5000;

    private static readonly ArchiveCase[] Seeds = [.. ArchiveCases.All.Where(each => each.Content().Length < 20_000)];

    private static readonly Gen<(ArchiveCase Row, byte[] Content)> Damaged =
        from row in Gen.Int[0, Seeds.Length - 1].Select(i => Seeds[i])
        from changes in Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 4], Gen.Byte).Array[1, 4]
        select (row, changes.Aggregate(row.Content(), Change));

    [Fact]
    public void NeverThrows() => Damaged.Sample(
        damaged => Assert.All(Verdict.Of(damaged.Row, damaged.Content), finding => Assert.NotEmpty(finding.Text)),
        iter: Tries,
        print: damaged => $"{damaged.Row.Name}: {Convert.ToBase64String(damaged.Content)}");

    [Fact]
    public void AcceptsNoChangeInALocalHeaderThatMatters() => Gen.Int[0, 29].Sample(
        at =>
        {
            var content = TestWheel.Bytes();
            content[at] ^= 0xFF;

            // PyPI does not compare version, half of the flags, method, time and checksum: the values in the central directory count.
            var ignored = at is 4 or 5 or (>= 7 and <= 17);
            Assert.Equal(ignored, Verdict.Of(ArchiveCases.Named("wheel: nothing wrong"), content).All(finding => finding.Severity != FindingSeverity.Error));
        },
        iter: 200);

    [Fact]
    public void ReadsPackedArchives() => Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 20], Gen.Byte.Array[0, 5000], Gen.Bool).Array[1, 8].Sample(files =>
    {
        ZipPart[] parts = [.. files.DistinctBy(file => file.Item1).Select(file => file.Item3 ? new ZipPart(file.Item1, file.Item2).Deflated() : new(file.Item1, file.Item2))];
        using var stream = new MemoryStream(ZipForge.Pack(parts));
        var archive = new ArchiveBytes(stream);
        var directory = ZipDirectory.Read(archive, ZipEnd.Find(archive)!);

        ZipFraming.Check(archive, directory);
        Assert.Equal(files.DistinctBy(file => file.Item1).Select(file => file.Item2), directory.Entries.Select(entry => ZipMember.Read(archive, entry, 5000)));
    });

    private static byte[] Change(byte[] content, (int At, int How, byte Value) change)
    {
        if (content.Length == 0)
        {
            return content;
        }

        // Half of the changes are near the end, where a ZIP archive is most sensitive.
        var at = change.At % 2 == 0 ? change.At % content.Length : content.Length - 1 - (change.At % Math.Min(content.Length, 600));
        var (front, back) = (content[..at], content[at..]);
        return change.How switch
        {
            0 => [.. front, change.Value, .. back[1..]],
            1 => [.. front, (byte)(back[0] ^ (1 << (change.Value % 8))), .. back[1..]],
            2 => [.. front, .. back[Math.Min(back.Length, 1 + (change.Value % 8))..]],
            3 => [.. front, .. new byte[1 + (change.Value % 4)], .. back],
            _ => [.. front, .. back[..Math.Min(back.Length, change.Value)], .. back],
        };
    }
}
