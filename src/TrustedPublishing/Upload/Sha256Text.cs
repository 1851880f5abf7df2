namespace TrustedPublishing.Upload;

/// <summary>The written form of a SHA-256.</summary>
internal static class Sha256Text
{
    /// <summary>The 64 digits in lower case; null for anything else.</summary>
    public static string? OrNull(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
}
