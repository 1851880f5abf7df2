using System.Text;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Text as metadata requires it: UTF-8, no byte order mark, LF.</summary>
internal static class TextFiles
{
    /// <summary>In bytes; no index accepts a description of this size.</summary>
    private const int Largest = 64 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file that a key names, with LF line endings; null if there is an error, which is reported.</summary>
    public static string? ReadText(this ProjectFolder folder, TomlNode node, string relative, FindingList complaints)
    {
        var complaint = !ProjectFolder.IsInside(relative) ? Diagnostics.OutsideProject(node, relative)
            : !folder.HasFile(relative) ? Diagnostics.NoSuchFile(node, relative)
            : null;
        var text = complaint is null ? ReadUtf8(folder.Absolute(relative)) : null;
        if (text is null)
        {
            complaints.Add(complaint ?? Diagnostics.NotUtf8(node, relative));
        }

        return text;
    }

    /// <summary>Null if the file is not UTF-8.</summary>
    /// <exception cref="PackagingException">The file cannot be read.</exception>
    public static string? ReadUtf8(string path)
    {
        try
        {
            return WithLineFeeds(Strict.GetString(Opened(path, () => RegularFile.HasLength(path) ? RegularFile.ReadAllBytes(path, Largest) : [])).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Runs something that reads a file.</summary>
    /// <exception cref="PackagingException">The file cannot be read.</exception>
    public static T Opened<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new PackagingException(path, [Diagnostics.UnreadableFile(Path.GetFileName(path), unreadable.Message)], unreadable);
        }
    }

    /// <summary>Only CR LF and CR: other Unicode line breaks are content.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
