using System.Text;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>
/// Reads the parts of an ELF file that the dynamic loader uses (System V ABI, chapters 4 and 5): header, program headers, the dynamic section, and
/// the needed symbol versions it points to. Section headers are ignored, because a file runs without them.
/// </summary>
internal static class ElfReader
{
    private const int ProgramHeaders = 256, DynamicEntries = 64 * 1024, LongestString = 4096;
    private const uint Load = 1, Dynamic = 2, Interpreter = 3;

    public static ElfBinary Read(Stream content)
    {
        var image = Header(content);
        var binary = new ElfBinary { Architecture = image.Architecture, OsAbi = image.OsAbi };
        if (image.Segments.FirstOrDefault(segment => segment.Type == Interpreter) is { } interpreter)
        {
            binary = binary with { Interpreter = image.Text(interpreter.Offset, interpreter.FileSize) };
        }

        return image.Segments.FirstOrDefault(segment => segment.Type == Dynamic) is { } dynamic ? WithDynamic(binary, image, dynamic) : binary;
    }

    private static ElfImage Header(Stream content)
    {
        var identification = new ElfImage(content, is64: false, isBigEndian: false).Bytes(0, 16);
        if (identification is not [_, _, _, _, 1 or 2, 1 or 2, ..])
        {
            throw new UnreadableBinaryException("its ELF header has an unknown class or byte order");
        }

        var (is64, osAbi) = (identification[4] == 2, identification[7]);
        var image = new ElfImage(content, is64, isBigEndian: identification[5] == 2) { OsAbi = osAbi };
        var header = image.Bytes(16, is64 ? 48 : 36);
        var (start, flags, entrySize, count) = is64
            ? (image.Word(header, 16), (uint)image.Number(header, 32, 4), image.Number(header, 38, 2), image.Number(header, 40, 2))
            : (image.Word(header, 12), (uint)image.Number(header, 20, 4), image.Number(header, 26, 2), image.Number(header, 28, 2));
        if (count > ProgramHeaders || (count > 0 && entrySize < (is64 ? 56UL : 32UL)))
        {
            throw new UnreadableBinaryException($"it declares {count} program headers of {entrySize} bytes");
        }

        image.Architecture = ElfArchitecture.TagOf((ushort)image.Number(header, 2, 2), is64, image.IsBigEndian, flags);
        image.Segments = [.. Enumerable.Range(0, (int)count).Select(index => Segment(image, start + (ulong)index * entrySize))];
        return image.Segments.Any(segment => segment.Type == Load && !image.Has(segment)) ? throw new EndOfStreamException() : image;
    }

    private static ElfSegment Segment(ElfImage image, ulong offset)
    {
        var bytes = image.Bytes(offset, image.Is64 ? 56 : 32);
        return image.Is64
            ? new((uint)image.Number(bytes, 0, 4), image.Word(bytes, 8), image.Word(bytes, 16), image.Word(bytes, 32))
            : new((uint)image.Number(bytes, 0, 4), image.Word(bytes, 4), image.Word(bytes, 8), image.Word(bytes, 16));
    }

    private static ElfBinary WithDynamic(ElfBinary binary, ElfImage image, ElfSegment segment)
    {
        var entries = DynamicSection(image, segment);
        if (!entries.Exists(entry => entry.Tag == ElfTag.StringTable))
        {
            return binary;
        }

        var names = entries.Where(entry => entry.Tag is ElfTag.Needed or ElfTag.SoName).Select(entry => entry.Value);
        var versions = ElfVersions.Read(image, entries);
        var table = image.OffsetOf(entries.Find(entry => entry.Tag == ElfTag.StringTable).Value);
        var texts = image.Texts(table, [.. names, .. versions.SelectMany(version => version.Names)]);
        return binary with
        {
            Needed = [.. entries.Where(entry => entry.Tag == ElfTag.Needed).Select(entry => texts[entry.Value])],
            SoName = entries.Where(entry => entry.Tag == ElfTag.SoName).Select(entry => texts[entry.Value]).FirstOrDefault(),
            Versions = [.. versions.Select(need => new ElfVersionNeed(
                texts[need.Library], texts[need.Version], need.Symbol is { } symbol ? texts[symbol] : null))],
        };
    }

    private static List<(ElfTag Tag, ulong Value)> DynamicSection(ElfImage image, ElfSegment segment)
    {
        var size = image.Is64 ? 16 : 8;
        var count = Math.Min(segment.FileSize / (ulong)size, DynamicEntries);
        var bytes = image.Bytes(segment.Offset, (int)count * size);
        var entries = new List<(ElfTag, ulong)>();
        for (var at = 0; at < bytes.Length && image.Word(bytes, at) != 0; at += size)
        {
            entries.Add(((ElfTag)image.Word(bytes, at), image.Word(bytes, at + size / 2)));
        }

        return entries;
    }

    /// <summary>An open ELF file.</summary>
    internal sealed class ElfImage(Stream content, bool is64, bool isBigEndian)
    {
        public bool Is64 => is64;

        public bool IsBigEndian => isBigEndian;

        public byte OsAbi { get; init; }

        public string? Architecture { get; set; }

        public IReadOnlyList<ElfSegment> Segments { get; set; } = [];

        /// <summary>Whether the file contains the whole segment.</summary>
        public bool Has(ElfSegment segment) => segment.Offset <= (ulong)content.Length && segment.FileSize <= (ulong)content.Length - segment.Offset;

        /// <summary>The file offset that the loader maps to an address.</summary>
        public ulong OffsetOf(ulong address) =>
            Segments.FirstOrDefault(segment => segment.Type == Load && address >= segment.Address && address - segment.Address < segment.FileSize) is { } segment
                ? address - segment.Address + segment.Offset
                : throw new UnreadableBinaryException($"its dynamic section refers to 0x{address:x}, which is not part of the file");

        public byte[] Bytes(ulong offset, int count)
        {
            if (offset > (ulong)content.Length || (ulong)count > (ulong)content.Length - offset)
            {
                throw new EndOfStreamException();
            }

            content.Position = (long)offset;
            var bytes = new byte[count];
            content.ReadExactly(bytes);
            return bytes;
        }

        public ulong Number(ReadOnlySpan<byte> bytes, int at, int size)
        {
            var value = 0UL;
            for (var i = 0; i < size; i++)
            {
                value = value << 8 | bytes[at + (isBigEndian ? i : size - 1 - i)];
            }

            return value;
        }

        public ulong Word(ReadOnlySpan<byte> bytes, int at) => Number(bytes, at, is64 ? 8 : 4);

        /// <summary>A string of a known size, without its terminating zero.</summary>
        public string Text(ulong offset, ulong size) => Encoding.UTF8.GetString(Bytes(offset, (int)Math.Min(size, LongestString))).Split('\0')[0];

        /// <summary>Strings of a string table, read in file order.</summary>
        public Dictionary<ulong, string> Texts(ulong table, IEnumerable<ulong> offsets) =>
            offsets.Distinct().Order().ToDictionary(offset => offset, offset => TextAt(table + offset));

        private string TextAt(ulong offset)
        {
            var bytes = new List<byte>();
            while (bytes.Count < LongestString)
            {
                var at = offset + (ulong)bytes.Count;
                var next = Bytes(at, at < (ulong)content.Length ? (int)Math.Min((ulong)content.Length - at, 64) : 1);
                var end = next.AsSpan().IndexOf((byte)0);
                bytes.AddRange(next[..(end < 0 ? next.Length : end)]);
                if (end >= 0)
                {
                    return Encoding.UTF8.GetString([.. bytes]);
                }
            }

            throw new UnreadableBinaryException("a name in it is not terminated");
        }
    }

    /// <summary>A part of the file as a program header describes it.</summary>
    internal sealed record ElfSegment(uint Type, ulong Offset, ulong Address, ulong FileSize);
}

/// <summary>The dynamic section entries that are read.</summary>
internal enum ElfTag : ulong
{
    Needed = 1,
    Hash = 4,
    StringTable = 5,
    SymbolTable = 6,
    SoName = 14,
    GnuHash = 0x6FFFFEF5,
    SymbolVersions = 0x6FFFFFF0,
    NeededVersions = 0x6FFFFFFE,
    NeededVersionCount = 0x6FFFFFFF,
}
