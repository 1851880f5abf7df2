using System.Text;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Text as metadata requires it: UTF-8, no byte order mark, LF.</summary>
internal static class TextFiles
{
    /// <summary>In bytes; no index accepts a description of this size.</summary>
    private const int Largest = 64 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null if the file is not UTF-8.</summary>
    public static string? ReadUtf8(string path)
    {
        try
        {
            return WithLineFeeds(Strict.GetString(RegularFile.HasLength(path) ? RegularFile.ReadAllBytes(path, Largest) : []).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Only CR LF and CR: other Unicode line breaks are content.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
