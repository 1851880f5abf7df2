namespace TrustedPublishing.Distributions.Archives;

/// <summary>The first four bytes of the records of a ZIP archive (APPNOTE.TXT, section 4.3).</summary>
internal static class ZipSignatures
{
    public static ReadOnlySpan<byte> Local => "PK\u0003\u0004"u8;

    public static ReadOnlySpan<byte> Central => "PK\u0001\u0002"u8;

    public static ReadOnlySpan<byte> End => "PK\u0005\u0006"u8;

    public static ReadOnlySpan<byte> End64 => "PK\u0006\u0006"u8;

    public static ReadOnlySpan<byte> End64Locator => "PK\u0006\u0007"u8;
}
