using System.Text;

namespace TrustedPublishing.Testing.Binaries;

/// <summary>An ELF file without code: only the parts that the dynamic loader reads.</summary>
public sealed record ElfForge
{
    private const ulong StringTable = 5, StringSize = 10, SymbolTable = 6, SymbolVersions = 0x6FFFFFF0, NeededVersions = 0x6FFFFFFE, NeededVersionCount = 0x6FFFFFFF, GnuHash = 0x6FFFFEF5;

    /// <summary>The machine, for example 62 for x86-64.</summary>
    public ushort Machine { get; init; } = 62;

    /// <summary>Whether it has 64-bit addresses.</summary>
    public bool Is64 { get; init; } = true;

    /// <summary>Whether numbers start with their most significant byte.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>The system, 0 for Linux.</summary>
    public byte OsAbi { get; init; }

    /// <summary>The flags of the processor.</summary>
    public uint Flags { get; init; }

    /// <summary>The path of the loader.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The library's own name.</summary>
    public string? SoName { get; init; }

    /// <summary>The libraries it needs.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>The symbol versions it needs, each with its library and a symbol.</summary>
    public IReadOnlyList<(string Library, string Version, string Symbol)> Versions { get; init; } = [];

    /// <summary>Whether there is a dynamic section.</summary>
    public bool IsDynamic { get; init; } = true;

    /// <summary>A program for x86-64 and glibc.</summary>
    public static ElfForge Glibc(params ReadOnlySpan<string> versions) => new()
    {
        Interpreter = "/lib64/ld-linux-x86-64.so.2",
        Needed = ["libc.so.6"],
        Versions = [.. versions.ToArray().Select(version => ("libc.so.6", version, $"use_{version.ToLowerInvariant().Replace('.', '_')}"))],
    };

    /// <summary>A program for x86-64 and musl.</summary>
    public static ElfForge Musl(params ReadOnlySpan<string> needed) =>
        new() { Interpreter = "/lib/ld-musl-x86_64.so.1", Needed = [.. needed, "libc.musl-x86_64.so.1"] };

    /// <summary>A static program for x86-64.</summary>
    public static ElfForge Static { get; } = new() { IsDynamic = false };

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        var (headerSize, segmentSize) = Is64 ? (64, 56) : (52, 32);
        var strings = new MemoryStream();
        strings.WriteByte(0);
        var segments = 1 + (Interpreter is null ? 0 : 1) + (IsDynamic ? 1 : 0);
        var body = new MemoryStream();
        body.Write(new byte[headerSize + segments * segmentSize]);
        var interpreter = Put(body, Interpreter is null ? [] : [.. Encoding.UTF8.GetBytes(Interpreter), 0]);
        var dynamic = new List<(ulong Tag, ulong Value)>();
        dynamic.AddRange(Needed.Select(name => (1UL, Text(strings, name))));
        dynamic.AddRange(SoName is null ? [] : [(14UL, Text(strings, SoName))]);
        if (Versions.Count > 0)
        {
            dynamic.AddRange([(NeededVersions, Put(body, VersionNeeds(strings)).Offset), (NeededVersionCount, (ulong)Libraries.Count)]);
            dynamic.AddRange([(SymbolTable, Put(body, Symbols(strings)).Offset), (SymbolVersions, Put(body, Indices()).Offset)]);
            dynamic.Add((GnuHash, Put(body, [.. Number(1, 4), .. Number((ulong)Versions.Count + 1, 4), .. Number(0, 8)]).Offset));
        }

        var table = Put(body, strings.ToArray());
        dynamic.AddRange([(StringTable, table.Offset), (StringSize, table.Size), (0, 0)]);
        var section = Put(body, IsDynamic ? [.. dynamic.SelectMany(entry => (byte[])[.. Word(entry.Tag), .. Word(entry.Value)])] : []);
        byte[] headers =
        [
            .. Header(headerSize, segmentSize, segments),
            .. Segment(1, 0, (ulong)body.Length),
            .. Interpreter is null ? [] : Segment(3, interpreter.Offset, interpreter.Size),
            .. IsDynamic ? Segment(2, section.Offset, section.Size) : [],
        ];
        var file = body.ToArray();
        headers.CopyTo(file, 0);
        return file;
    }

    private List<string> Libraries => [.. Versions.Select(version => version.Library).Distinct()];

    private byte[] Header(int headerSize, int segmentSize, int segments) =>
    [
        0x7F, (byte)'E', (byte)'L', (byte)'F', (byte)(Is64 ? 2 : 1), (byte)(IsBigEndian ? 2 : 1), 1, OsAbi, 0, 0, 0, 0, 0, 0, 0, 0,
        .. Number(3, 2), .. Number(Machine, 2), .. Number(1, 4), .. Word(0), .. Word((ulong)headerSize), .. Word(0), .. Number(Flags, 4),
        .. Number((ulong)headerSize, 2), .. Number((ulong)segmentSize, 2), .. Number((ulong)segments, 2), .. Number(0, 2), .. Number(0, 2), .. Number(0, 2),
    ];

    private byte[] Segment(uint type, ulong offset, ulong size) => Is64
        ? [.. Number(type, 4), .. Number(4, 4), .. Word(offset), .. Word(offset), .. Word(offset), .. Word(size), .. Word(size), .. Word(8)]
        : [.. Number(type, 4), .. Word(offset), .. Word(offset), .. Word(offset), .. Word(size), .. Word(size), .. Number(4, 4), .. Word(4)];

    private byte[] VersionNeeds(MemoryStream strings)
    {
        var bytes = new List<byte>();
        foreach (var (number, library) in Libraries.Index())
        {
            var versions = Versions.Index().Where(version => version.Item.Library == library).ToList();
            var next = number == Libraries.Count - 1 ? 0 : 16 + versions.Count * 16;
            bytes.AddRange([.. Number(1, 2), .. Number((ulong)versions.Count, 2), .. Number(Text(strings, library), 4), .. Number(16, 4), .. Number((ulong)next, 4)]);
            foreach (var (place, version) in versions.Index())
            {
                bytes.AddRange([.. Number(0, 4), .. Number(0, 2), .. Number((ulong)version.Index + 2, 2), .. Number(Text(strings, version.Item.Version), 4)]);
                bytes.AddRange(Number(place == versions.Count - 1 ? 0UL : 16, 4));
            }
        }

        return [.. bytes];
    }

    private byte[] Symbols(MemoryStream strings) =>
    [
        .. new byte[Is64 ? 24 : 16],
        .. Versions.SelectMany(version => (byte[])[.. Number(Text(strings, version.Symbol), 4), .. new byte[Is64 ? 20 : 12]]),
    ];

    private byte[] Indices() => [.. Number(0, 2), .. Versions.Index().SelectMany(version => Number((ulong)version.Index + 2, 2))];

    private static ulong Text(MemoryStream strings, string text)
    {
        var offset = (ulong)strings.Length;
        strings.Write(Encoding.UTF8.GetBytes(text + '\0'));
        return offset;
    }

    private static (ulong Offset, ulong Size) Put(MemoryStream body, byte[] bytes)
    {
        var offset = (ulong)body.Length;
        body.Write(bytes);
        return (offset, (ulong)bytes.Length);
    }

    private byte[] Word(ulong value) => Number(value, Is64 ? 8 : 4);

    private byte[] Number(ulong value, int size)
    {
        var bytes = Enumerable.Range(0, size).Select(place => (byte)(value >> (8 * place)));
        return [.. IsBigEndian ? bytes.Reverse() : bytes];
    }
}
