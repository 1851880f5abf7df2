using System.Text;
using System.Text.Unicode;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>The two encodings of names in ZIP archives (APPNOTE.TXT, appendix D).</summary>
internal static class ZipText
{
    public const int Utf8Flag = 1 << 11;

    /// <summary>
    /// The upper half of IBM code page 437. .NET offers it only through an encoding provider, which must be registered for the whole process.
    /// </summary>
    private const string UpperHalf =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    /// <summary>A name, or null if its bytes are not valid in its encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, int flags) =>
        (flags & Utf8Flag) == 0 ? CodePage437(bytes) : Utf8(bytes);

    /// <summary>Strict UTF-8, or null.</summary>
    public static string? Utf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static string CodePage437(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes)
            ? Encoding.ASCII.GetString(bytes)
            : string.Create(bytes.Length, bytes, static (text, source) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = source[i] < 0x80 ? (char)source[i] : UpperHalf[source[i] - 0x80];
                }
            });
}
