using System.Text;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Decodes a text part as the server does: whatever it declares, the bytes are UTF-8 first, and what is not becomes U+FFFD.</summary>
internal static class TextPart
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text.</summary>
    /// <exception cref="FormatException">The bytes are not text in that encoding.</exception>
    /// <exception cref="NotSupportedException">Nobody knows that character set; the server fails.</exception>
    public static string Decode(byte[] bytes, string? transferEncoding, string? charset)
    {
        try
        {
            var text = transferEncoding switch
            {
                "base64" => Strict.GetString(Convert.FromBase64String(Encoding.ASCII.GetString(bytes))),
                "quoted-printable" => Strict.GetString(QuotedPrintable(bytes)),
                _ => Encoding.UTF8.GetString(bytes),
            };
            return charset is null or "utf8" ? text : CharacterSet(charset).GetString(Encoding.UTF8.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("Invalid Form Data.");
        }
    }

    private static Encoding CharacterSet(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException unknown)
        {
            throw new NotSupportedException(name, unknown);
        }
    }

    /// <summary>RFC 2045, 6.7: <c>=XX</c> is a byte, <c>=</c> at a line's end joins lines.</summary>
    private static byte[] QuotedPrintable(byte[] bytes)
    {
        using var result = new MemoryStream();
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] != '=')
            {
                result.WriteByte(bytes[index]);
                continue;
            }

            var rest = bytes.AsSpan(index + 1);
            if (rest.StartsWith("\r\n"u8) || rest.StartsWith("\n"u8))
            {
                index += rest[0] == '\r' ? 2 : 1;
            }
            else if (rest.Length >= 2 && Uri.IsHexDigit((char)rest[0]) && Uri.IsHexDigit((char)rest[1]))
            {
                result.WriteByte((byte)((Uri.FromHex((char)rest[0]) << 4) | Uri.FromHex((char)rest[1])));
                index += 2;
            }
            else
            {
                result.WriteByte((byte)'=');
            }
        }

        return result.ToArray();
    }
}
