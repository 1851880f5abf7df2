using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The members of a tar archive with its extended headers, and the errors between them.</summary>
public sealed class ReadingATarArchive
{
    private const string NoHeader = "None|The archive is damaged: an extended header is not followed by a header.";
    private const string NoData = "None|The archive is damaged: unexpected end of data.";
    private const long Endless = long.MaxValue - (4L * 1024 * 1024 * 1024);

    /// <summary>Each member is listed with its type, name, size, link and mark as a sparse file.</summary>
    public static TheoryData<TarForge, string> Archives => new()
    {
        { new TarForge().File("a", "x").Member("d/", '5').Member("e/", '\0').Member("f/", '0').End(), "0 a 1; 5 d 0; 5 e 0; 0 f/ 0; end" },
        { new TarForge().Member("l", 'L', "long\0"u8.ToArray()).File("a", "").End(), "0 long 0; end" },
        { new TarForge().Member("l", 'K', "long\0"u8.ToArray()).Member("a", '2', link: "b").End(), "2 a 0 -> long; end" },
        { new TarForge().Member("a", '2', link: "b").End(), "2 a 0 -> b; end" },
        { new TarForge().Pax(records: [("linkpath", "c"), ("path", "d//")]).Member("a", '2', link: "b").End(), "2 d 0 -> c; end" },
        { new TarForge().Pax(true, ("path", "p")).File("a", "").Pax(records: [("path", "q")]).File("b", "").Member("l", 'L', "r"u8.ToArray()).File("c", "").End(), "0 p 0; 0 q 0; 0 r 0; end" },
        { new TarForge().Pax(true, ("linkpath", "p")).Member("l", 'L', "r"u8.ToArray()).Member("a", '2', link: "b").End(), "2 r 0 -> p; end" },
        { new TarForge().Pax(records: [("path", "p"), ("GNU.sparse.name", "s")]).File("a", "").End(), "0 s 0; end" },
        { new TarForge().Pax(records: [("GNU.sparse.major", "1"), ("GNU.sparse.minor", "0")]).File("a", "").End(), "0 a 0 sparse; end" },
        { new TarForge().Pax(records: [("GNU.sparse.major", "1"), ("GNU.sparse.minor", "1")]).File("a", "").End(), "0 a 0; end" },
        { new TarForge().Pax(records: [("GNU.sparse.major", "0"), ("GNU.sparse.minor", "0")]).File("a", "").End(), "0 a 0; end" },
        { new TarForge().Pax(records: [("GNU.sparse.minor", "0")]).File("a", "").End(), "0 a 0; end" },
        { Sparse(0).File("b", "").End(), "S a 3 sparse; 0 b 0; end" },
        { Sparse(1, 0).File("b", "").End(), "S a 3 sparse; 0 b 0; end" },
        { Sparse(1, 1, 1, 0).File("b", "").End(), "S a 3 sparse; 0 b 0; end" },
        { new TarForge().File("a", "").Raw(new TarForge().File("a", "").ToArray().AsSpan(0, 100)), "0 a 0; no end" },
        { new TarForge().File("a", ""), "0 a 0; no end" },
        { new TarForge().Member("l", 'L', "long"u8.ToArray()).End(), NoHeader },
        { new TarForge().Pax(true, ("path", "p")).End(), NoHeader },
        { new TarForge().File("a", "").Member("g", 'g', "9 path\n"u8.ToArray()).File("b", "").End(), "0 a 0; no end" },
        { new TarForge().Member("l", 'L', new byte[1024 * 1024]).File("a", "").End(), "0  0; end" },
        { new TarForge().Member("l", 'L', new byte[(1024 * 1024) + 1]).File("a", "").End(), "an extended header has 1048577 bytes, and no more than 1048576 are read" },
        { new TarForge().Pax(records: [("size", $"{Endless}")]).File("a", ""), $"0 a {Endless}; {NoData}" },
        { new TarForge().Pax(records: [("size", $"{Endless + 1}")]).File("a", ""), $"0 a {Endless + 1}; a member claims to have more bytes than Python can count|" },
    };

    [Theory, MemberData(nameof(Archives))]
    public void ListsItsMembers(TarForge archive, string expected) => Assert.Equal(expected, List(archive.Compressed()));

    /// <summary>A piece of the first member that is read after an error was found is an error too.</summary>
    public static TheoryData<byte[], string> Damaged => new()
    {
        { Gzip.Compress(Large().ToArray())[..200_000], "None|The archive is damaged: the file ends in the middle of its compressed data." },
        { [.. Gzip.Compress(Large().ToArray()[..1000]), 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 7], "None|The archive is damaged: its compressed data is damaged." },
        { [.. Gzip.Compress(Large().ToArray()[..1000])[..^1], 9], "its checksum or length is wrong|" },
    };

    [Theory, MemberData(nameof(Damaged))]
    public void FindsDamageInAMember(byte[] file, string expected)
    {
        using var archive = new TarReader(new MemoryStream(file));
        Assert.Equal("noise", archive.Next()!.Name);

        var error = Assert.ThrowsAny<UnacceptableArchiveException>(() =>
        {
            while (archive.Read(new byte[1000]) > 0)
            {
            }
        });
        Assert.StartsWith(expected, $"{error.Message}|{error.Remedy}", StringComparison.Ordinal);
    }

    [Fact]
    public void ReadsNoMoreThanTheMember()
    {
        using var archive = new TarReader(new MemoryStream(new TarForge().File("a", "hello").File("b", "world").End().Compressed()));
        archive.Next();
        var buffer = new byte[100];

        Assert.Equal((2, 3, 0), (archive.Read(buffer.AsSpan(0, 2)), archive.Read(buffer.AsSpan(2)), archive.Read(buffer)));
        Assert.Equal("hello", Encoding.ASCII.GetString(buffer, 0, 5));
        Assert.Equal("b", archive.Next()!.Name);
    }

    private static string List(byte[] file)
    {
        var lines = new List<string>();
        using var archive = new TarReader(new MemoryStream(file));
        try
        {
            while (archive.Next() is { } member && lines.Count < 10)
            {
                lines.Add($"{member.Type} {member.Name} {member.Size}{(member.LinkName.Length > 0 ? $" -> {member.LinkName}" : "")}{(member.IsSparse ? " sparse" : "")}");
            }

            lines.Add(archive.EndedProperly ? "end" : "no end");
        }
        catch (UnacceptableArchiveException error)
        {
            lines.Add($"{error.Message}|{error.Remedy?[..(error.Remedy.IndexOf(". ", StringComparison.Ordinal) + 1)]}");
        }
        catch (UnjudgedArchiveException error)
        {
            lines.Add(error.Message);
        }

        return string.Join("; ", lines);
    }

    private static TarForge Large()
    {
        var noise = new byte[300_000];
        new Random(1).NextBytes(noise);
        return new TarForge().Member("noise", '0', noise);
    }

    /// <summary>A sparse file of GNU tar; each mark tells whether a block with more entries follows.</summary>
    private static TarForge Sparse(params byte[] more)
    {
        var header = new TarForge().Member("a", 'S', "xyz"u8.ToArray(), change: header => header[482] = more[0]).ToArray();
        var tar = new TarForge().Raw(header.AsSpan(0, 512));
        foreach (var mark in more[1..])
        {
            var block = new byte[512];
            (block[0], block[504]) = (7, mark);
            tar.Raw(block);
        }

        return tar.Raw(header.AsSpan(512));
    }
}
