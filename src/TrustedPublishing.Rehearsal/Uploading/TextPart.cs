using System.Text;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Decodes a text part: transfer encoding, then character set.</summary>
internal static class TextPart
{
    /// <summary>The text.</summary>
    /// <exception cref="FormatException">The bytes are not text in that encoding.</exception>
    public static string Decode(byte[] bytes, string? transferEncoding, string? charset)
    {
        var plain = transferEncoding?.Trim().ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(Encoding.ASCII.GetString(bytes)),
            "quoted-printable" => QuotedPrintable(bytes),
            _ => bytes,
        };
        try
        {
            return Encoding.GetEncoding(charset ?? "utf-8", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(plain);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            throw new FormatException("Invalid Form Data."); // an unknown or forbidden character set, or bytes that do not belong to it
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
