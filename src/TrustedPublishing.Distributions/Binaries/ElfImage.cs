using System.Text;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>An open ELF file.</summary>
internal sealed class ElfImage(Stream content, bool is64, bool isBigEndian)
{
    private const int LongestString = 4096;

    public bool Is64 => is64;

    public bool IsBigEndian => isBigEndian;

    public byte OsAbi { get; init; }

    public string? Architecture { get; set; }

    public IReadOnlyList<ElfSegment> Segments { get; set; } = [];

    /// <summary>Whether the file contains the whole segment.</summary>
    public bool Has(ElfSegment segment) => segment.Offset <= (ulong)content.Length && segment.FileSize <= (ulong)content.Length - segment.Offset;

    /// <summary>The file offset that the loader maps to an address.</summary>
    public ulong OffsetOf(ulong address) =>
        Segments.FirstOrDefault(segment => segment.Type == ElfSegment.Load && address >= segment.Address && address - segment.Address < segment.FileSize) is { } segment
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
internal sealed record ElfSegment(uint Type, ulong Offset, ulong Address, ulong FileSize)
{
    public const uint Load = 1, Dynamic = 2, Interpreter = 3;
}
