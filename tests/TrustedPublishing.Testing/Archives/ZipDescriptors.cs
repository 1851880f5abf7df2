namespace TrustedPublishing.Testing.Archives;

/// <summary>Data descriptors, which streaming writers put after a member's data (APPNOTE.TXT, section 4.3.9), valid and invalid.</summary>
internal static class ZipDescriptors
{
    public static byte[] Good(byte[] data) => Make(Gzip.Crc(data), (ulong)data.Length, (ulong)data.Length);

    public static byte[] WrongCrc(byte[] data) => Make(Gzip.Crc(data) + 1, (ulong)data.Length, (ulong)data.Length);

    public static byte[] NoCrc(byte[] data) => Make(0, (ulong)data.Length, (ulong)data.Length);

    public static byte[] WrongCompressedSize(byte[] data) => Make(Gzip.Crc(data), (ulong)data.Length + 1, (ulong)data.Length);

    public static byte[] WrongSize(byte[] data) => Make(Gzip.Crc(data), (ulong)data.Length, (ulong)data.Length + 1);

    public static byte[] WrongSizeWithoutSignature(byte[] data) => WrongSize(data)[4..];

    public static byte[] Good64(byte[] data) => Make(Gzip.Crc(data), (ulong)data.Length, (ulong)data.Length, wide: true);

    public static byte[] WrongCompressedSize64(byte[] data) => Make(Gzip.Crc(data), (ulong)data.Length + 1, (ulong)data.Length, wide: true);

    public static byte[] WrongSize64(byte[] data) => Make(Gzip.Crc(data), (ulong)data.Length, (ulong)data.Length + 1, wide: true);

    private static byte[] Make(uint crc, ulong compressed, ulong size, bool wide = false) =>
    [
        .. "PK\u0007\u0008"u8,
        .. BitConverter.GetBytes(crc),
        .. wide ? BitConverter.GetBytes(compressed) : BitConverter.GetBytes((uint)compressed),
        .. wide ? BitConverter.GetBytes(size) : BitConverter.GetBytes((uint)size),
    ];
}
