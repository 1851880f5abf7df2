using System.Text;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Decodes the transfer encodings of a part as Python does.</summary>
internal static class TransferEncoding
{
    /// <summary>Characters outside the alphabet are ignored, and padding ends the text.</summary>
    public static byte[] Base64(string text)
    {
        var digits = new StringBuilder();
        var padding = 0;
        foreach (var character in text)
        {
            if (character == '=' && digits.Length % 4 >= 2 && (digits.Length % 4) + ++padding >= 4)
            {
                return Convert.FromBase64String($"{digits}{new string('=', padding)}");
            }

            if (char.IsAsciiLetterOrDigit(character) || character is '+' or '/')
            {
                padding = 0;
                digits.Append(character);
            }
        }

        return digits.Length % 4 == 0 ? Convert.FromBase64String(digits.ToString()) : throw new FormatException("Invalid Form Data.");
    }

    /// <summary>
    /// RFC 2045, 6.7: <c>=XX</c> is a byte, <c>=</c> at the end of a line joins lines, <c>==</c> and a stray <c>=</c> are literal characters.
    /// </summary>
    public static byte[] QuotedPrintable(byte[] bytes)
    {
        using var result = new MemoryStream();
        for (var index = 0; index < bytes.Length; index++)
        {
            var rest = bytes.AsSpan(index + 1);
            if (bytes[index] != '=' || (!rest.IsEmpty && rest[0] is not ((byte)'\r' or (byte)'\n' or (byte)'=') && !IsByte(rest)))
            {
                result.WriteByte(bytes[index]);
            }
            else if (IsByte(rest))
            {
                result.WriteByte((byte)((Uri.FromHex((char)rest[0]) << 4) | Uri.FromHex((char)rest[1])));
                index += 2;
            }
            else if (rest is [(byte)'=', ..])
            {
                result.WriteByte((byte)'=');
                index++;
            }
            else
            {
                var feed = rest.IndexOf((byte)'\n');
                index = feed < 0 ? bytes.Length : index + feed + 1;
            }
        }

        return result.ToArray();
    }

    private static bool IsByte(ReadOnlySpan<byte> digits) => digits.Length >= 2 && Uri.IsHexDigit((char)digits[0]) && Uri.IsHexDigit((char)digits[1]);
}
