using System.Buffers.Binary;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>Reads the load commands of Mach-O files, thin and fat (<c>mach-o/loader.h</c>, <c>mach-o/fat.h</c>).</summary>
internal static class MachOReader
{
    /// <summary>No file has more architectures.</summary>
    public const byte MostSlices = 30;

    private const int MostCommands = 16 * 1024;
    private const uint Fat64 = 0xCAFEBABF, CodeSignature = 0x1D, MinimumMacOS = 0x24, BuildVersion = 0x32, MacOS = 1;

    public static MachOBinary Read(Stream content) => new([Slice(content, 0)]);

    public static MachOBinary ReadFat(Stream content)
    {
        var header = Bytes(content, 0, 8);
        var is64 = BinaryPrimitives.ReadUInt32BigEndian(header) == Fat64;
        var size = is64 ? 32 : 20;
        var table = Bytes(content, 8, (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)) * size);
        var offsets = Enumerable.Range(0, table.Length / size).Select(index => Offset(content, table.AsSpan(index * size, size), is64));
        return new([.. offsets.Order().Select(offset => Slice(content, offset))]);
    }

    /// <summary>The offset of a slice; the file must contain the whole slice.</summary>
    private static long Offset(Stream content, ReadOnlySpan<byte> entry, bool is64)
    {
        var offset = is64 ? BinaryPrimitives.ReadUInt64BigEndian(entry[8..]) : BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
        var size = is64 ? BinaryPrimitives.ReadUInt64BigEndian(entry[16..]) : BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
        return offset <= (ulong)content.Length && size <= (ulong)content.Length - offset ? (long)offset : throw new EndOfStreamException();
    }

    private static MachOSlice Slice(Stream content, long offset)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(Bytes(content, offset, 4));
        var isBigEndian = magic is 0xFEEDFACE or 0xFEEDFACF;
        if (!isBigEndian && magic is not (0xCEFAEDFE or 0xCFFAEDFE))
        {
            throw new UnreadableBinaryException("a part of it is not a Mach-O file");
        }

        uint Number(byte[] bytes, int at) =>
            isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)) : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

        var header = Bytes(content, offset, 28);
        var commands = Commands(content, offset + (magic is 0xFEEDFACF or 0xCFFAEDFE ? 32 : 28), Number(header, 16), Number);
        var built = commands.Where(command => command.Kind == BuildVersion).ToList();
        var version = built.Find(command => command.First == MacOS) is { Kind: BuildVersion } build ? build.Second
            : commands.Where(command => command.Kind == MinimumMacOS).Select(command => (uint?)command.First).FirstOrDefault();
        return new(
            Architecture(Number(header, 4), Number(header, 8)),
            version is not null || (built.Count == 0 && !commands.Exists(command => command.Kind is 0x25 or 0x2F or 0x30)),
            version is { } packed ? new((int)(packed >> 16), (int)(packed >> 8 & 0xFF), (int)(packed & 0xFF)) : null,
            commands.Exists(command => command.Kind == CodeSignature));
    }

    /// <summary>Each load command with the two numbers that follow its size.</summary>
    private static List<(uint Kind, uint First, uint Second)> Commands(Stream content, long offset, uint count, Func<byte[], int, uint> number)
    {
        if (count > MostCommands)
        {
            throw new UnreadableBinaryException($"it declares {count} load commands");
        }

        var commands = new List<(uint, uint, uint)>();
        for (var i = 0; i < count; i++)
        {
            var command = Bytes(content, offset, 8);
            var size = number(command, 4);
            if (size < 8)
            {
                throw new UnreadableBinaryException("one of its load commands has no size");
            }

            var values = size >= 16 ? Bytes(content, offset + 8, 8) : new byte[8];
            commands.Add((number(command, 0), number(values, 0), number(values, 4)));
            offset += size;
        }

        return commands;
    }

    /// <summary>arm64e (subtype 2) is reserved for Apple's own programs. x86_64h (subtype 8) runs only on newer processors.</summary>
    private static string? Architecture(uint cpu, uint subtype) => (cpu, subtype & 0xFFFFFF) switch
    {
        (0x01000007, not 8) => "x86_64",
        (0x0100000C, not 2) => "arm64",
        (7, _) => "i386",
        (0x01000012, _) => "ppc64",
        (18, _) => "ppc",
        _ => null,
    };

    private static byte[] Bytes(Stream content, long offset, int count)
    {
        if (offset < 0 || offset > content.Length - count)
        {
            throw new EndOfStreamException();
        }

        content.Position = offset;
        var bytes = new byte[count];
        content.ReadExactly(bytes);
        return bytes;
    }
}
