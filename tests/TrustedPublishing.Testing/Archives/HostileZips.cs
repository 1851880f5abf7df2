using System.Buffers.Binary;

namespace TrustedPublishing.Testing.Archives;

/// <summary>Archives that try to exhaust memory and time.</summary>
public static class HostileZips
{
    /// <summary>A central directory with so many different members, none of which exists.</summary>
    public static byte[] ManyMembers(int count)
    {
        var part = new ZipPart("0000000");
        var record = part.Central(0);
        var directory = new byte[record.Length * count];
        for (var i = 0; i < count; i++)
        {
            record.CopyTo(directory, i * record.Length);
            BinaryPrimitives.WriteInt32LittleEndian(directory.AsSpan((i * record.Length) + 46), i | 0x40404040);
        }

        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        end.AsSpan(8, 4).Fill(0xFF);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), directory.Length);
        return [.. directory, .. end];
    }
}
