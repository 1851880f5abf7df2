using System.Text;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Decodes a text part as the server does: whatever it declares, the bytes are first decoded as UTF-8, and invalid bytes become U+FFFD.
/// </summary>
internal static class TextPart
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text.</summary>
    /// <exception cref="FormatException">The bytes are not text in that encoding.</exception>
    /// <exception cref="NotSupportedException">The character set is unknown, and the server fails.</exception>
    public static string Decode(byte[] bytes, string? transferEncoding, string? charset) => InCharset(transferEncoding switch
    {
        "base64" => Strictly(Strict, TransferEncoding.Base64(Encoding.UTF8.GetString(bytes))),
        "quoted-printable" => Strictly(Strict, TransferEncoding.QuotedPrintable(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes)))),
        _ => Encoding.UTF8.GetString(bytes),
    }, charset);

    /// <summary>A value that is not text, which the server cannot decode.</summary>
    /// <exception cref="NotSupportedException">It would have to be decoded, and the server fails.</exception>
    public static string? NoText(string? transferEncoding, string? charset) =>
        transferEncoding is "base64" or "quoted-printable" || charset is not (null or "utf8") ? throw new NotSupportedException(charset ?? transferEncoding) : null;

    /// <summary>A text whose UTF-8 bytes are decoded in another character set.</summary>
    /// <exception cref="FormatException">The bytes are not text in that character set.</exception>
    /// <exception cref="NotSupportedException">The character set is unknown, and the server fails.</exception>
    public static string InCharset(string text, string? charset) => charset is null or "utf8" || text.Length == 0 ? text : Strictly(CharacterSet(charset), Encoding.UTF8.GetBytes(text));

    private static string Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("Invalid Form Data.", exception);
        }
    }

    /// <summary>Also accepts Python's names for character sets.</summary>
    private static Encoding CharacterSet(string name)
    {
        var known = name.Trim().ToLowerInvariant().Replace('_', '-') switch
        {
            "utf8" or "u8" => "utf-8",
            "latin1" or "latin-1" or "latin" or "l1" or "iso8859-1" or "8859" => "iso-8859-1",
            "646" or "ascii" => "us-ascii",
            ['c', 'p', '1', '2', '5', ..] page => $"windows-{page[2..]}",
            var other => other,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException unknown)
        {
            throw new NotSupportedException(name, unknown);
        }
    }
}
