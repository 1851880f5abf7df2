namespace TrustedPublishing.Rehearsal.Tokens;

/// <summary>The fields of a macaroon's binary form: type, length and data, where type and length are variable-length integers.</summary>
internal ref struct MacaroonFields
{
    public const byte End = 0;
    public const byte Location = 1;
    public const byte Identifier = 2;
    public const byte Signature = 6;

    private ReadOnlySpan<byte> rest;

    public MacaroonFields(ReadOnlySpan<byte> bytes, byte version) =>
        rest = bytes.Length > 0 && bytes[0] == version ? bytes[1..] : throw new FormatException();

    public static void Write(Stream stream, byte type, byte[] data)
    {
        stream.WriteByte(type);
        var length = (uint)data.Length;
        for (; length >= 0x80; length >>= 7)
        {
            stream.WriteByte((byte)(length | 0x80));
        }

        stream.WriteByte((byte)length);
        stream.Write(data);
    }

    /// <summary>The data of the next field if it is of this type; otherwise null, and nothing is consumed.</summary>
    public byte[]? Take(byte type)
    {
        if (rest.IsEmpty || rest[0] != type)
        {
            return null;
        }

        rest = rest[1..];
        var length = TakeLength();
        if (length > rest.Length)
        {
            throw new FormatException();
        }

        var data = rest[..length].ToArray();
        rest = rest[length..];
        return data;
    }

    public void TakeEnd() => rest = !rest.IsEmpty && rest[0] == End ? rest[1..] : throw new FormatException();

    private int TakeLength()
    {
        var length = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            if (rest.IsEmpty)
            {
                throw new FormatException();
            }

            var part = rest[0];
            rest = rest[1..];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
            {
                return length;
            }
        }

        throw new FormatException();
    }
}
