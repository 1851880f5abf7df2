using System.Text;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>
/// Text from outside in Markdown that GitHub shows: without secrets, and without anything that could be interpreted as Markdown, HTML, or GitHub
/// mentions and links.
/// </summary>
internal static class MarkdownText
{
    /// <summary>For use within a paragraph or a cell.</summary>
    public static string Inline(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in BuildLog.Shown(text))
        {
            shown.Append(IsPlain(character) ? character.ToString() : $"&#{(int)character};");
        }

        return shown.Replace("www.", "&#119;ww.").ToString();
    }

    /// <summary>The same as code.</summary>
    public static string Code(string text) => $"<code>{Inline(text)}</code>";

    /// <summary>A block of literal lines.</summary>
    public static string Block(string text) =>
        $"<pre>\n{string.Join('\n', BuildLog.ShownLines(text).Split('\n').Select(Html))}\n</pre>";

    /// <summary>A link for http and https; otherwise only its text, which is already Markdown.</summary>
    public static string Link(string text, Uri? url) =>
        url is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? $"<a href=\"{Attribute(BuildLog.Shown(url.AbsoluteUri))}\">{text}</a>" : text;

    private static bool IsPlain(char character) => character is ' ' or '.' or ',' or ';' or '/' or '-' or '+' or '=' or '?' or '%' || !(char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character));

    private static string Html(string line) => string.Concat(line.Select(character => character is '<' or '>' or '&' or '"' or '\'' or '@' or '#' ? $"&#{(int)character};" : character.ToString()));

    private static string Attribute(string text) => string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) || character is '/' or ':' or '.' or '-' or '_' or '%' ? character.ToString() : $"&#{(int)character};"));
}
