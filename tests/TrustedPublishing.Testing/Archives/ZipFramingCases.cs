using static TrustedPublishing.Testing.Archives.ArchiveCases;

namespace TrustedPublishing.Testing.Archives;

/// <summary>
/// ZIP archives that two readers could interpret differently (https://docs.pypi.org/archives). If Python's reader itself fails, PyPI's response
/// contains no reason other than <c>None</c>.
/// </summary>
internal static class ZipFramingCases
{
    private static readonly ZipPart Data = new("greeter/data.txt", "data");
    private static readonly byte[] UnicodePath = ZipForge.Extra(0x7075, [1, .. BitConverter.GetBytes(Gzip.Crc("greeter/data.txt"u8.ToArray())), .. "greeter/data.txt"u8]);

    public static IReadOnlyList<ArchiveCase> All { get; } = [.. Accepted(), .. Descriptors(), .. Members(), .. Directories(), .. Names(), .. Extras()];

    private static IEnumerable<ArchiveCase> Accepted() =>
    [
        Framed("comment", () => Start().Centrals(TestWheel.Parts).End("made by a test").ToArray()),
        Framed("comment that quotes an end record", () => Start().Centrals(TestWheel.Parts).End("x PK\u0005\u0006 y").ToArray(), Invalid("File is not a zipfile")),
        Framed("deflated and stored", ZipForge.Pack(TestWheel.With(Data.Deflated(), new ZipPart("greeter/empty.txt", "")))),
        Framed("UTF-8 name", ZipForge.Pack(TestWheel.With(new ZipPart("greeter/grüße.txt", "x") with { Flags = 1 << 11 }))),
        Framed("space in a name", ZipForge.Pack(TestWheel.With(new ZipPart("greeter/a b.txt", "x")))),
        Framed("unknown extra field", ZipForge.Pack(TestWheel.With(Data.With(ZipForge.Extra(0x5455, [1, 2, 3]))))),
        Framed("unicode path", ZipForge.Pack(TestWheel.With(Data.With(UnicodePath)))),
    ];

    private static IEnumerable<ArchiveCase> Descriptors() =>
    [
        Descriptor("good", ZipDescriptors.Good),
        Descriptor("wrong checksum", ZipDescriptors.WrongCrc),
        Descriptor("checksum 0", ZipDescriptors.NoCrc),
        Descriptor("wrong compressed size", ZipDescriptors.WrongCompressedSize),
        Descriptor("wrong size", ZipDescriptors.WrongSize),
        Descriptor("wrong size without signature", ZipDescriptors.WrongSizeWithoutSignature),
        Descriptor("64 bits", ZipDescriptors.Good64),
        Descriptor("64 bits, wrong compressed size", ZipDescriptors.WrongCompressedSize64),
        Descriptor("64 bits, wrong size", ZipDescriptors.WrongSize64),
    ];

    private static IEnumerable<ArchiveCase> Members() =>
    [
        Framed("member twice", ZipForge.Pack([.. TestWheel.Parts, Data, Data with { Crc = Data.Crc }]), Framing("Duplicate filename in local headers")),
        Framed("member twice in the directory", () => Start(Data).Centrals([.. TestWheel.Parts, Data, Data]).End().ToArray(), Framing("Duplicate filename in central directory")),
        Framed("member missing in the directory", () => Start(Data).Centrals(TestWheel.Parts).End().ToArray(), Framing("Filename not in central directory")),
        Framed("member missing in the data", () => Start().Centrals([.. TestWheel.Parts, Data]).End().ToArray(), Framing("Missing filename in local headers")),
        Framed("member only in a comment", () => Start(new ZipPart("x", "") with { LocalName = "y"u8.ToArray() }).Centrals(TestWheel.Parts).End().ToArray(), Framing("Filename not in central directory")),
        Framed("another compressed size", ZipForge.Pack([.. TestWheel.Parts, Data with { CentralCompressed = 3 }]), Framing("Mis-matched data size")),
        Framed("another size", ZipForge.Pack([.. TestWheel.Parts, Data with { CentralSize = 6_000_000 }]), Framing("Mis-matched file size")),
        Framed("comment of a member", ZipForge.Pack([.. TestWheel.Parts, Data with { Comment = "x"u8.ToArray() }]), Framing("Comment in central directory")),
        Framed("version of the far future", ZipForge.Pack([.. TestWheel.Parts, Data with { Version = 64 }]), Fatal("it needs version 6.4 of the ZIP format")),
        Framed("zip in zip", ZipForge.Pack([.. TestWheel.Parts, new ZipPart("greeter/inner.zip", "") with { Payload = new ZipPart("hidden.py", "evil()").Local() }]), Framing("Filename not in central directory")),
        Framed("zip behind zip", () => [.. TestWheel.Bytes(), .. TestWheel.Bytes()], Framing("Trailing data")),
    ];

    private static IEnumerable<ArchiveCase> Directories() =>
    [
        Framed("prefix", () => [.. "#!/bin/sh\n"u8, .. TestWheel.Bytes()], Framing("Unknown record signature")),
        Framed("suffix", () => [.. TestWheel.Bytes(), .. "suffix"u8], Framing("Trailing data")),
        Framed("suffix behind a comment", () => [.. Start().Centrals(TestWheel.Parts).End("comment").ToArray(), .. "suffix"u8], Framing("Trailing data")),
        Framed("gap before the directory", () => Start().Raw(1, 2, 3, 4).Centrals(TestWheel.Parts).End().ToArray(), Framing("Unknown record signature")),
        Framed("end record twice", () => Start().Centrals(TestWheel.Parts).End().End(moreSize: 22).ToArray(), Invalid("None")),
        Framed("too few records", () => Start().Centrals(TestWheel.Parts).End(moreRecords: -1).ToArray(), Framing("Mismatched central directory records")),
        Framed("too many records", () => Start().Centrals(TestWheel.Parts).End(moreRecords: 1).ToArray(), Framing("Mismatched central directory records")),
        Framed("other records on this disk", () => Start().Centrals(TestWheel.Parts).End(moreRecordsOnDisk: 1).ToArray(), Framing("Malformed zip file")),
        Framed("other offset", () => Start().Centrals(TestWheel.Parts).End(moreOffset: 1).ToArray(), Invalid("None")),
        Framed("other size", () => Start().Centrals(TestWheel.Parts).End(moreSize: 1).ToArray(), Invalid("File is not a zipfile")),
        Framed("truncated", () => TestWheel.Bytes()[..^30], Invalid("File is not a zipfile")),
        Framed("cut off in front", () => TestWheel.Bytes()[40..], Fatal("greeter/__init__.py would begin outside the file; data was cut off or inserted before it")),
    ];

    private static IEnumerable<ArchiveCase> Names() =>
    [
        Framed("8-bit name", ZipForge.Pack([.. TestWheel.Parts, Data.Named("gr\u00fc"u8.ToArray())]), Framing("Filename not in central directory")),
        Framed("name in code page 437", ZipForge.Pack([.. TestWheel.Parts, Data.Named([0x67, 0x81])]), Framing("Filename not unicode")),
        Framed("name that is no UTF-8", ZipForge.Pack([.. TestWheel.Parts, Data.Named([0x67, 0x81]) with { Flags = 1 << 11 }]), Fatal("a file name is not valid UTF-8, although its flag says so")),
        Framed("null in a name", ZipForge.Pack([.. TestWheel.Parts, Data.Named("a\0b"u8.ToArray())]), Framing("Invalid character in filename")),
        Framed("line feed in a name", ZipForge.Pack([.. TestWheel.Parts, Data.Named("a\nb"u8.ToArray())]), Framing("Invalid character in filename")),
        Framed("DEL in a name", ZipForge.Pack([.. TestWheel.Parts, Data.Named("a\u007fb"u8.ToArray())]), Framing("Invalid character in filename")),
        Framed("other name in the directory", ZipForge.Pack([.. TestWheel.Parts, Data with { CentralName = "other"u8.ToArray() }]), Framing("Filename not in central directory")),
    ];

    private static IEnumerable<ArchiveCase> Extras() =>
    [
        Framed("extra field of 3 bytes", ZipForge.Pack([.. TestWheel.Parts, Data with { LocalExtra = [1, 2, 3] }]), Framing("Malformed zip file")),
        Framed("extra field too long", ZipForge.Pack([.. TestWheel.Parts, Data with { LocalExtra = [1, 0, 9, 0] }]), Framing("Malformed zip file")),
        Framed("extra field too long in the directory", ZipForge.Pack([.. TestWheel.Parts, Data with { CentralExtra = [0x75, 0x70, 9, 0, 1] }]), Invalid("None")),
        Framed("unicode path twice", ZipForge.Pack([.. TestWheel.Parts, Data with { LocalExtra = [.. UnicodePath, .. UnicodePath] }]), Framing("Invalid duplicate extra in local file")),
        Framed("unicode path with a control character", ZipForge.Pack([.. TestWheel.Parts, Data with { LocalExtra = ZipForge.Extra(0x7075, [1, 0, 0, 0, 0, 7]) }]), Framing("Invalid character in filename")),
        Framed("unicode path that is no UTF-8", ZipForge.Pack([.. TestWheel.Parts, Data with { LocalExtra = ZipForge.Extra(0x7075, [1, 0, 0, 0, 0, 0xF7]) }]), Framing("Filename not valid UTF-8")),
        Framed("short unicode path in the directory", ZipForge.Pack([.. TestWheel.Parts, Data with { CentralExtra = ZipForge.Extra(0x7075, [1, 2]) }]), Invalid("None")),
    ];

    private static ZipForge Start(params IEnumerable<ZipPart> more) => new ZipForge().Locals([.. TestWheel.Parts, .. more]);

    private static ArchiveCase Descriptor(string name, Func<byte[], byte[]> descriptor) => Framed(
        $"data descriptor: {name}",
        () => Start(Data with { Flags = 8, LocalCompressed = 0, LocalSize = 0 }).Raw(descriptor(Data.Payload)).Centrals([.. TestWheel.Parts]).End().ToArray(),
        Framing("ZIP contains a data descriptor"));

    private static ArchiveCase Framed(string name, byte[] content, string? refusal = null) => Framed(name, () => content, refusal);

    private static ArchiveCase Framed(string name, Func<byte[]> content, string? refusal = null) => Wheel($"framing: {name}", content, refusal);
}
