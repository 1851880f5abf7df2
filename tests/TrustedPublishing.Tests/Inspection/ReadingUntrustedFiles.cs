using System.Text;
using CsCheck;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Index;
using TrustedPublishing.Release;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Tests.Inspection;

/// <summary>Properties of the readers of untrusted files; no content makes them throw or hang.</summary>
public sealed class ReadingUntrustedFiles
{
    private const int Tries = 2000;

    private static readonly Gen<string> Noise = Gen.OneOf(Gen.String[Gen.Char["[]=;#,\"'\\ \t\r\nabconsole_scripts"], 0, 60], Gen.String).Array[0, 6].Select(string.Concat);

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(Gen.Byte.Array[0, 300], Noise.Select(Encoding.UTF8.GetBytes));

    private static readonly Gen<string> Word = Gen.String[Gen.Char["abcABC019_.-"], 1, 20];

    [Fact]
    public void ReturnsTheRowsOfAnyRecord() => Gen.Select(Gen.String[Gen.Char["ab/\", .-é"], 1, 20], Word).Array[0, 8].Sample(rows =>
    {
        var text = string.Concat(rows.Select(row => $"\"{row.Item1.Replace("\"", "\"\"", StringComparison.Ordinal)}\",sha256={row.Item2},1\n"));
        Assert.Equal(rows.Select(row => (row.Item1, $"sha256={row.Item2}")), RecordFile.Read(text).Rows);
    });

    [Fact]
    public void FindsNothingWrongWithScripts() => Word.Array[0, 6].Sample(names =>
        Assert.Null(EntryPointsFile.Complaint($"[console_scripts]\n{string.Concat(names.Distinct().Select(name => $"{name} = package.module:main\n"))}")));

    [Fact]
    public void ReturnsTheMembersOfAnyTar() => Gen.Select(Word, Gen.Byte.Array[0, 3000]).Array[0, 8].Sample(files =>
    {
        var forge = files.Aggregate(new TarForge(), (tar, file) => tar.Member(file.Item1, '0', file.Item2)).End();
        using var stream = new MemoryStream(forge.Compressed());
        using var archive = new TarReader(stream);

        foreach (var (name, content) in files)
        {
            var member = archive.Next()!;
            using var data = new MemoryStream();
            using var read = new TarMemberStream(archive, member.Size);
            read.CopyTo(data);
            Assert.Equal((name, Convert.ToHexString(content)), (member.Name, Convert.ToHexString(data.ToArray())));
        }

        Assert.Null(archive.Next());
    });

    [Fact]
    public void AcceptsAnyText() => Noise.Sample(
        text =>
        {
            _ = RecordFile.Read(text);
            _ = EntryPointsFile.Complaint(text);
            _ = Netrc.Find(text, "example.org");
        },
        iter: Tries);

    [Fact]
    public void AcceptsAnyBytes() => Bytes.Sample(
        bytes =>
        {
            _ = PaxHeader.TryRead(bytes, new Dictionary<string, string>());
            _ = TarHeader.Parse([.. bytes, .. new byte[TarHeader.BlockSize - Math.Min(bytes.Length, TarHeader.BlockSize)]]);
            Read(bytes);
            Read(Gzip.Compress(bytes));
            Read(Gzip.Compress([.. new TarForge().File("a", "b").ToArray(), .. bytes]));
        },
        iter: Tries);

    [Fact]
    public void AcceptsAnyJournal()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Combine("journal.json");
        Bytes.Sample(
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                Assert.NotNull(ReleaseJournalFile.Read(path).Complaint);
            },
            iter: Tries, threads: 1);
    }

    /// <summary>Both exceptions of the folder are format exceptions; no other exception may escape.</summary>
    private static void Read(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        using var reader = new TarReader(stream);
        try
        {
            while (reader.Next() is not null)
            {
            }
        }
        catch (FormatException)
        {
        }
    }
}
