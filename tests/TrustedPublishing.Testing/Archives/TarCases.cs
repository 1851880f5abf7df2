using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using static TrustedPublishing.Testing.Archives.ArchiveCases;

namespace TrustedPublishing.Testing.Archives;

/// <summary>Forms of tar, and damaged archives.</summary>
internal static class TarCases
{
    private const string SparseText = "tar archive not accepted: Sparse members are not allowed. See https://docs.pypi.org/archives for more information";

    private static readonly string LongName = $"greeter-1.0/{new string('x', 200)}/{new string('y', 200)}.txt";

    public static IReadOnlyList<ArchiveCase> All { get; } = [.. Forms(), .. Sparse(), .. Damage()];

    private static IEnumerable<ArchiveCase> Forms() =>
    [
        Sdist("tar: long name of GNU", () => TestSdist.Start().Member("././@LongLink", 'L', Encoding.UTF8.GetBytes($"{LongName}\0")).File("short", "x").End()),
        Sdist("tar: long name of pax", () => TestSdist.Start().Pax(records: [("path", LongName)]).File("short", "x").End()),
        Sdist("tar: prefix of ustar", () => TestSdist.Start().Member("y.txt", '0', "x"u8.ToArray(), prefix: "greeter-1.0/deep").End()),
        Sdist("tar: global pax header", () => new TarForge().Pax(global: true, ("comment", "x")).File("greeter-1.0/PKG-INFO", "x").File("greeter-1.0/b", "x").End()),
        Sdist("tar: size in pax", () => TestSdist.Start().Pax(records: [("size", "700")]).Member("greeter-1.0/big", '0', new byte[700]).File("greeter-1.0/c", "").End()),
        Sdist("tar: binary size of GNU", () => TestSdist.Start().Member("greeter-1.0/big", '0', new byte[700], change: header => Binary(header, 700)).File("greeter-1.0/c", "").End()),
        Sdist("tar: unknown type", () => TestSdist.Start().Member("greeter-1.0/odd", 'Z', "data"u8.ToArray()).File("greeter-1.0/c", "").End()),
        Sdist("tar: pax header outside", () => TestSdist.Start().Pax(records: [("path", "other/x")]).File("greeter-1.0/x", "x").End(), Invalid("Incorrect number of top-level directories in sdist")),
        Sdist("tar: no end", TestSdist.Start) with { Warning = "does not end with a block of zeros" },
        Sdist("tar: garbage behind the end", () => TestSdist.Start().End().Raw(new byte[512]).File("other/x", "x")),
        Sdist("tar: garbage for a header", () => TestSdist.Start().Raw([.. Enumerable.Repeat((byte)7, 512)]).File("other/x", "x").End()) with { Warning = "does not end with a block of zeros" },
        Made("gzip in two members", () => [.. Gzip.Compress(TestSdist.Start().ToArray()), .. Gzip.Compress(new TarForge().File("greeter-1.0/c", "x").End().ToArray())]),
        Made("bytes behind gzip", () => [.. TestSdist.Bytes(), .. "trailing"u8]),
        Made("gzip with a name", () => [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3, .. "name\0"u8, .. TestSdist.Bytes()[10..]]),
    ];

    private static IEnumerable<ArchiveCase> Sparse() =>
    [
        Sdist("sparse: GNU", () => TestSdist.Start().Member("greeter-1.0/sparse", 'S', change: header => "00000000012\0"u8.CopyTo(header.AsSpan(483))).End(), Invalid(SparseText)),
        Sdist("sparse: pax 0.1", () => TestSdist.Start().Pax(records: [("GNU.sparse.map", "0,1"), ("GNU.sparse.size", "10")]).File("greeter-1.0/sparse", "x").End(), Invalid(SparseText)),
        Sdist("sparse: pax 0.0", () => TestSdist.Start().Pax(records: [("GNU.sparse.size", "10"), ("GNU.sparse.numblocks", "1")]).File("greeter-1.0/sparse", "x").End(), Invalid(SparseText)),
        Sdist("sparse: pax 1.0", () => TestSdist.Start().Pax(records: [("GNU.sparse.major", "1"), ("GNU.sparse.minor", "0")]).Member("greeter-1.0/sparse", '0', [.. "1\n0\n1\n"u8, .. new byte[506], 1]).End(), Invalid(SparseText)),
        Sdist("sparse before everything else", () => new TarForge().Pax(records: [("GNU.sparse.map", "0,1"), ("GNU.sparse.size", "10")]).File("a/sparse", "x").File("b/x", "x").End(), Invalid(SparseText)),
    ];

    private static IEnumerable<ArchiveCase> Damage() =>
    [
        Made("truncated", () => Big()[..^2000], Invalid("None")),
        Made("truncated after the first header", () => Big()[..3000], Invalid("None")),
        Made("truncated before the first header", () => Big()[..100], Fatal("before its first member, the file ends in the middle of its compressed data")),
        Made("truncated in the header of gzip", () => Big()[..5], Fatal("before its first member, the file ends in a gzip header")),
        Made("wrong checksum of gzip", () => Flipped(Gzip.Compress(TestSdist.Start().ToArray()), ^8), Fatal("its checksum or length is wrong")),
        Made("wrong length of gzip", () => Flipped(Gzip.Compress(TestSdist.Start().ToArray()), ^1), Fatal("its checksum or length is wrong")),
        Made("wrong checksum of gzip that nobody asks for", () => Flipped(Big(), ^8)),
        Made("truncated in the checksum", () => Gzip.Compress(TestSdist.Start().ToArray())[..^3], Invalid("None")),
        Made("truncated before the checksum", () => Gzip.Compress(TestSdist.Start().ToArray())[..^8], Invalid("None")),
        Made("garbage behind gzip that is asked for", () => [.. Gzip.Compress(TestSdist.Start().ToArray()), .. "garbage"u8], Fatal("it is not compressed with gzip, or something follows the compressed data")),
        Made("damaged far behind", () => Changed(Big(), 200_000), Invalid("None")),
        Made("damaged near the beginning", () => Changed(Big(), 5_000), Invalid("File is not a tarfile")),
        Made("damaged second member of gzip", () => [.. Gzip.Compress(TestSdist.Start().ToArray()), 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 7], Invalid("None")),
        Made("tar truncated in a member", () => Gzip.Compress(TestSdist.Start().File("greeter-1.0/x", new string('x', 5000)).ToArray()[..^2000]), Invalid("None")),
        Sdist("tar: member without end", () => TestSdist.Start().Member("greeter-1.0/x", '0', change: header => Binary(header, long.MaxValue)).End(), Fatal("a member claims to have more bytes than Python can count")),
        Sdist("tar: pax header alone", () => TestSdist.Start().Pax(records: [("path", "x")]).End(), Invalid("None")),
        Sdist("tar: pax header malformed", () => TestSdist.Start().Member("x", 'x', "99 path=x\n"u8.ToArray()).File("greeter-1.0/c", "x").End()) with { Warning = "does not end with a block of zeros" },
        Sdist("tar: pax header malformed behind another", () => TestSdist.Start().Pax(records: [("comment", "x")]).Member("x", 'x', "99 path=x\n"u8.ToArray()).File("greeter-1.0/c", "x").End(), Invalid("None")),
        Sdist("tar: wrong checksum at the beginning", () => new TarForge().Raw([.. "x"u8, .. TestSdist.Start().ToArray()[1..]]).End(), Invalid("File is not a tarfile")),
    ];

    private static byte[] Flipped(byte[] file, Index at)
    {
        file[at] ^= 1;
        return file;
    }

    private static void Binary(byte[] header, long size)
    {
        header.AsSpan(124, 12).Clear();
        header[124] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(128), size);
    }

    /// <summary>An incompressible archive, so that positions in the file and in the tar archive are the same.</summary>
    private static byte[] Big()
    {
        var noise = Enumerable.Range(0, 400_000 / SHA256.HashSizeInBytes).SelectMany(i => SHA256.HashData(BitConverter.GetBytes(i))).ToArray();
        return Gzip.Compress(TestSdist.Start().Member("greeter-1.0/noise.bin", '0', noise).End().ToArray(), CompressionLevel.Optimal);
    }

    /// <summary>Writes an invalid block type at the start of a stored DEFLATE block.</summary>
    private static byte[] Changed(byte[] file, int near)
    {
        for (var i = near; i < file.Length - 5; i++)
        {
            var length = file[i + 1] | (file[i + 2] << 8);
            if (file[i] == 0 && length > 1000 && length == (ushort)~(file[i + 3] | (file[i + 4] << 8)))
            {
                file[i] = 7;
                return file;
            }
        }

        throw new InvalidOperationException("The compressor made no stored block here.");
    }

    private static ArchiveCase Made(string name, Func<byte[]> content, string? refusal = null) => new($"sdist: {name}", TestSdist.FileName, content, refusal);
}
