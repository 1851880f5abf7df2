using System.Buffers.Binary;

namespace TrustedPublishing.Testing.Binaries;

/// <summary>Mach-O files without code: a header and load commands.</summary>
public static class MachOForge
{
    /// <summary>The processor types.</summary>
    public const uint X64 = 0x01000007, Arm64 = 0x0100000C, I386 = 7;

    /// <summary>A load command that marks the file as signed.</summary>
    public static byte[] Signature() => Command(0x1D, 0, 0);

    /// <summary><c>LC_BUILD_VERSION</c> for macOS.</summary>
    public static byte[] Build(int major, int minor = 0, int patch = 0, uint platform = 1) => [.. Command(0x32, platform, Packed(major, minor, patch), 24)];

    /// <summary><c>LC_VERSION_MIN_MACOSX</c>.</summary>
    public static byte[] Minimum(int major, int minor) => Command(0x24, Packed(major, minor, 0), 0);

    /// <summary>Any load command with two numbers.</summary>
    public static byte[] Command(uint kind, uint first, uint second, int size = 16)
    {
        var bytes = new byte[size];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, kind);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), first);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), second);
        return bytes;
    }

    /// <summary>A file for one processor.</summary>
    public static byte[] Thin(uint processor, params IReadOnlyList<byte[]> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var header = new byte[32];
        uint[] numbers = [0xFEEDFACF, processor, 0, 2, (uint)commands.Count, (uint)commands.Sum(command => command.Length), 0, 0];
        foreach (var (place, number) in numbers.Index())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(place * 4), number);
        }

        return [.. header, .. commands.SelectMany(command => command)];
    }

    /// <summary>A file for several processors.</summary>
    public static byte[] Fat(params IReadOnlyList<byte[]> slices)
    {
        ArgumentNullException.ThrowIfNull(slices);
        var offset = 8 + slices.Count * 20;
        var table = new List<byte>();
        foreach (var slice in slices)
        {
            var processor = BinaryPrimitives.ReadUInt32LittleEndian(slice.AsSpan(4));
            table.AddRange([.. BigEndian(processor), .. BigEndian(0), .. BigEndian((uint)offset), .. BigEndian((uint)slice.Length), .. BigEndian(0)]);
            offset += slice.Length;
        }

        return [.. BigEndian(0xCAFEBABE), .. BigEndian((uint)slices.Count), .. table, .. slices.SelectMany(slice => slice)];
    }

    private static uint Packed(int major, int minor, int patch) => (uint)(major << 16 | minor << 8 | patch);

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
