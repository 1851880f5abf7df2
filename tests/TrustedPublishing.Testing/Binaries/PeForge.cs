using System.Buffers.Binary;

namespace TrustedPublishing.Testing.Binaries;

/// <summary>PE files without code: headers, including a CLR header for managed files.</summary>
public static class PeForge
{
    private const int NewHeader = 0x40, OptionalHeader = NewHeader + 24, OptionalSize = 240, Section = OptionalHeader + OptionalSize, Content = 0x200;

    /// <summary>A native file.</summary>
    public static byte[] Native(ushort machine = 0x8664)
    {
        var file = new byte[Content + 0x80];
        "MZ"u8.CopyTo(file);
        file[0x3C] = NewHeader;
        "PE"u8.CopyTo(file.AsSpan(NewHeader));
        Put16(file, NewHeader + 4, machine);
        Put16(file, NewHeader + 6, 1);
        Put16(file, NewHeader + 20, OptionalSize);
        Put16(file, OptionalHeader, 0x20B);
        Put32(file, OptionalHeader + 32, 0x1000);
        Put32(file, OptionalHeader + 36, 0x200);
        Put32(file, OptionalHeader + 56, 0x2000);
        Put32(file, OptionalHeader + 60, Content);
        Put32(file, OptionalHeader + 108, 16);
        Put32(file, Section + 8, 0x80);
        Put32(file, Section + 12, 0x1000);
        Put32(file, Section + 16, 0x80);
        Put32(file, Section + 20, Content);
        return file;
    }

    /// <summary>A managed file; without <paramref name="isILOnly"/> it also has native code.</summary>
    public static byte[] Managed(bool isILOnly = true, ushort machine = 0x14C)
    {
        var file = Native(machine);
        Put32(file, OptionalHeader + 112 + 14 * 8, 0x1000);
        Put32(file, OptionalHeader + 112 + 14 * 8 + 4, 72);
        Put32(file, Content, 72);
        Put32(file, Content + 8, 0x1048);
        Put32(file, Content + 12, 4);
        Put32(file, Content + 16, isILOnly ? 1u : 4u);
        return file;
    }

    private static void Put16(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void Put32(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
