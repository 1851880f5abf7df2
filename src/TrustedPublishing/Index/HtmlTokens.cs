using System.Net;

namespace TrustedPublishing.Index;

/// <summary>
/// Splits an HTML page into tokens in one pass and linear time. This is enough for the Simple API's HTML (anchors and meta elements) and for the
/// text of error pages. A truncated or malformed page yields whatever can be recognised; it never causes an exception.
/// </summary>
internal static class HtmlTokens
{
    private const int MostAttributes = 64;

    public static IEnumerable<HtmlToken> Parse(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var open = NextTag(html, at);
            if (open > at)
            {
                yield return HtmlToken.OfText(html[at..open]);
            }

            if (open == html.Length)
            {
                yield break;
            }

            (var token, at) = html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal)
                ? (null, After(html, "-->", open + 4))
                : Tag(html, open + 1);
            if (token is not null)
            {
                yield return token;
                at = token.Tag is "script" or "style" ? Until(html, $"</{token.Tag}", at) : at;
            }
        }
    }

    /// <summary>Whether a page asks for a password: a gateway's response instead of the index's.</summary>
    public static bool AsksForPassword(string html) =>
        Parse(html).Any(token => token.Tag == "input" && string.Equals(token["type"], "password", StringComparison.OrdinalIgnoreCase));

    private static int NextTag(string html, int from)
    {
        var open = html.IndexOf('<', from);
        while (open >= 0 && (open + 1 == html.Length || !(char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?')))
        {
            open = html.IndexOf('<', open + 1);
        }

        return open < 0 ? html.Length : open;
    }

    private static (HtmlToken?, int) Tag(string html, int at)
    {
        var name = Word(html, ref at, start: at);
        var attributes = new Dictionary<string, string>();
        while (Skip(html, ref at) && html[at] != '>')
        {
            var key = Word(html, ref at, start: at + 1);
            var value = Value(html, ref at);
            if (attributes.Count < MostAttributes)
            {
                attributes.TryAdd(key, WebUtility.HtmlDecode(value));
            }
        }

        return (new(name, "", attributes), Math.Min(at + 1, html.Length));
    }

    /// <summary>A name that starts at the current position; its following characters start at <paramref name="start"/>.</summary>
    private static string Word(string html, ref int at, int start)
    {
        var begin = at;
        at = start == begin && at < html.Length && html[at] == '/' ? at + 1 : start;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/'))
        {
            at++;
        }

        return html[begin..at].ToLowerInvariant();
    }

    private static string Value(string html, ref int at)
    {
        var before = at;
        if (!Skip(html, ref at) || html[at] != '=')
        {
            at = before;
            return "";
        }

        at++;
        if (!Skip(html, ref at))
        {
            return "";
        }

        var begin = at;
        if (html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            at = close < 0 ? html.Length : close + 1;
            return html[(begin + 1)..(close < 0 ? html.Length : close)];
        }

        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>')
        {
            at++;
        }

        return html[begin..at];
    }

    /// <summary>Skips white space and stray slashes; returns whether anything follows.</summary>
    private static bool Skip(string html, ref int at)
    {
        while (at < html.Length && (char.IsWhiteSpace(html[at]) || html[at] == '/'))
        {
            at++;
        }

        return at < html.Length;
    }

    private static int Until(string html, string mark, int from)
    {
        var found = html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found;
    }

    private static int After(string html, string mark, int from) =>
        from >= html.Length ? html.Length : Math.Min(Until(html, mark, from) + mark.Length, html.Length);
}
