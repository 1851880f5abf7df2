using static TrustedPublishing.Testing.Archives.ArchiveCases;

namespace TrustedPublishing.Testing.Archives;

/// <summary>The 64-bit forms of records and fields.</summary>
internal static class Zip64Cases
{
    private static readonly ZipPart Data = new("greeter/data.txt", "data");

    private static readonly ZipPart Large = Data with
    {
        LocalSize = uint.MaxValue,
        LocalCompressed = uint.MaxValue,
        CentralSize = uint.MaxValue,
        CentralCompressed = uint.MaxValue,
    };

    public static IReadOnlyList<ArchiveCase> All { get; } = [.. Accepted(), .. EndRecords(), .. Fields()];

    private static IEnumerable<ArchiveCase> Accepted() =>
    [
        Large64("end records", () => Directory().End64().Locator().End().ToArray()),
        Large64("end records with sentinels", () => Directory().End64().Locator().End(sentinels: true).ToArray()),
        Large64("sizes of 64 bits", () => ZipForge.Pack(TestWheel.With(Large.With(Field(4, 4))))),
        Large64("stored with one size of 64 bits", () => ZipForge.Pack(TestWheel.With(Large with { LocalExtra = Field(4), CentralExtra = Field(4, 4) }))),
        Large64("field without need", () => ZipForge.Pack(TestWheel.With(Data.With(Field(4, 4))))),
        Large64("empty field", () => ZipForge.Pack(TestWheel.With(Data with { LocalExtra = Field() }))),
    ];

    private static IEnumerable<ArchiveCase> EndRecords() =>
    [
        Large64("locator points elsewhere", () => Directory().End64().Locator(more: 1).End().ToArray(), Invalid("File is not a zipfile")),
        Large64("locator points before", () => Directory().End64().Locator(more: -1).End().ToArray(), Invalid("File is not a zipfile")),
        Large64("several disks", () => Directory().End64().Locator(disks: 2).End().ToArray(), Invalid("File is not a zipfile")),
        Large64("no locator", () => Directory().End64().End(moreSize: 0).ToArray(), Invalid("File is not a zipfile")),
        Large64("no end record", () => Directory().End64().Locator().ToArray(), Invalid("File is not a zipfile")),
        Large64("locator without record", () => Directory().Locator().End().ToArray(), Invalid("File is not a zipfile")),
        Large64("extensible data", () => Directory().End64([1, 2, 3, 4]).Locator().End().ToArray(), Framing("ZIP64 extensible data not allowed")),
        Large64("other number of records", () => Directory().End64(moreRecords: 1).Locator().End(sentinels: true).ToArray(), Framing("Mismatched central directory records")),
        Large64("other offset", () => Directory().End64(moreOffset: 1).Locator().End(sentinels: true).ToArray(), Invalid("File is not a zipfile")),
    ];

    private static IEnumerable<ArchiveCase> Fields() =>
    [
        Large64("field too long", () => ZipForge.Pack([.. TestWheel.Parts, Large with { LocalExtra = Field(4, 5, 6), CentralExtra = Field(4, 4) }]), Framing("Mis-matched data size")),
        Large64("field of a strange length", () => ZipForge.Pack([.. TestWheel.Parts, Large with { LocalExtra = ZipForge.Extra(1, new byte[7]), CentralExtra = Field(4, 4) }]), Framing("Malformed zip file")),
        Large64("field too short in the directory", () => ZipForge.Pack([.. TestWheel.Parts, Large with { LocalExtra = Field(4, 4), CentralExtra = Field(4) }]), Invalid("None")),
        Large64("empty field where one is needed", () => ZipForge.Pack([.. TestWheel.Parts, Large with { LocalExtra = Field(), CentralExtra = Field(4, 4) }]), Framing("Malformed zip file")),
        Large64("one size of 64 bits but compressed", () => ZipForge.Pack([.. TestWheel.Parts, Large with { Method = 8, LocalExtra = Field(4), CentralExtra = Field(4, 4) }]), Framing("Malformed zip file")),
        Large64("field twice", () => ZipForge.Pack([.. TestWheel.Parts, Large with { LocalExtra = [.. Field(4, 4), .. Field(4, 4)], CentralExtra = Field(4, 4) }]), Framing("Invalid duplicate extra in local file")),
        Large64("other size", () => ZipForge.Pack([.. TestWheel.Parts, Large with { LocalExtra = Field(5, 4), CentralExtra = Field(4, 4) }]), Framing("Mis-matched file size")),
        Large64("size beyond every file", () => ZipForge.Pack([.. TestWheel.Parts, Large with { Method = 0, LocalExtra = Field(4, ulong.MaxValue), CentralExtra = Field(4, ulong.MaxValue) }]), Fatal("greeter/data.txt claims to have 18446744073709551615 bytes")),
    ];

    private static byte[] Field(params ReadOnlySpan<ulong> numbers) => ZipForge.Extra(1, ZipForge.Large(numbers));

    private static ZipForge Directory() => new ZipForge().Locals(TestWheel.Parts).Centrals(TestWheel.Parts);

    private static ArchiveCase Large64(string name, Func<byte[]> content, string? refusal = null) => Wheel($"zip64: {name}", content, refusal);
}
