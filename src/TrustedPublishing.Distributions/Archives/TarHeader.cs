using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>A header block of a tar archive (ustar, GNU), parsed as leniently as by Python's <c>tarfile</c>.</summary>
/// <param name="Name">The path, including the ustar prefix.</param>
/// <param name="Type">The type flag.</param>
/// <param name="Size">The length of the data that follows.</param>
/// <param name="LinkName">The target of a link.</param>
/// <param name="MoreSparse">Whether blocks with more entries of a sparse file follow.</param>
internal sealed record TarHeader(string Name, char Type, long Size, string LinkName, bool MoreSparse)
{
    public const int BlockSize = 512;

    /// <summary>The header in a block, or null if it is invalid: its checksum is wrong, or a number is malformed.</summary>
    public static TarHeader? Parse(ReadOnlySpan<byte> block)
    {
        if (Number(block.Slice(148, 8)) is not { } checksum || !HasChecksum(block, checksum) || Number(block.Slice(124, 12)) is not (>= 0 and var size))
        {
            return null;
        }

        ReadOnlySpan<(int Offset, int Length)> otherNumbers = [(100, 8), (108, 8), (116, 8), (136, 12), (329, 8), (337, 8)];
        foreach (var (offset, length) in otherNumbers)
        {
            if (Number(block.Slice(offset, length)) is null)
            {
                return null;
            }
        }

        var name = Text(block[..100]);
        var prefix = Text(block.Slice(345, 155));
        var type = (char)block[156] switch
        {
            '\0' when name.EndsWith('/') => '5',
            var flag => flag,
        };
        name = type == '5' ? name.TrimEnd('/') : name;
        name = prefix.Length > 0 && type is not ('L' or 'K' or 'S') ? $"{prefix}/{name}" : name;
        return new(name, type, size, Text(block.Slice(157, 100)), type == 'S' && block[482] != 0);
    }

    /// <summary>Text up to the first null.</summary>
    public static string Text(ReadOnlySpan<byte> field) =>
        Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    /// <summary>Both the unsigned and the signed sum are accepted: some old writers used signed characters.</summary>
    private static bool HasChecksum(ReadOnlySpan<byte> block, long checksum)
    {
        var (unsigned, signed) = (256L, 256L);
        for (var i = 0; i < BlockSize; i++)
        {
            if (i is < 148 or >= 156)
            {
                unsigned += block[i];
                signed += (sbyte)block[i];
            }
        }

        return checksum == unsigned || checksum == signed;
    }

    /// <summary>Octal digits, or a binary number marked by its first byte (GNU). Null if it is neither.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] is 0x80 or 0xFF)
        {
            Int128 value = field[0] == 0xFF ? -1 : 0;
            foreach (var part in field[1..])
            {
                value = (value << 8) | part;
            }

            return (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
        }

        var text = Text(field).Trim();
        var number = 0L;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            number = (number << 3) | (long)(digit - '0');
        }

        return number;
    }
}
