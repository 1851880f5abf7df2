namespace TrustedPublishing.Index;

/// <summary>Digests listed by an index, in lower case; null if the text is not a digest.</summary>
internal static class HexDigest
{
    public static string? Sha256(string? text) => OrNull(text, 64);

    public static string? Md5(string? text) => OrNull(text, 32);

    private static string? OrNull(string? text, int digits) => text?.Length == digits && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
}
