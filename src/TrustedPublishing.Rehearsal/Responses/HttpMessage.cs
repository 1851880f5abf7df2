using System.Net;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>
/// The responses of the upload route. The message is the reason phrase and is repeated in the body, whose format depends on the <c>Accept</c>
/// header: plain text, HTML or JSON.
/// </summary>
internal static class HttpMessage
{
    public static Response Create(int status, string message, string accept)
    {
        var title = Title(status);
        var line = $"{status} {(message.Length == 0 ? title : Latin1(message))}";
        var type = accept.Length == 0 ? null : AcceptHeader.Choose(accept, "text/html", "application/json");
        var answer = type switch
        {
            "text/html" => Response.Text(status, Html(line, Body(Explanation(status), message, "<br/>", Escaped)), "text/html; charset=UTF-8"),
            "application/json" => Response.Text(status, Json(line, Body(Explanation(status), message, "\n", text => text), title), "application/json"),
            _ => Response.Text(status, $"{line}\n\n{Body(Explanation(status), message, "\n", text => text)}"),
        };
        return (answer with { Reason = OneLine(line[4..]), Message = message }).With("Vary", "Authorization");
    }

    private static string Body(string explanation, string message, string lineBreak, Func<string, string> escape) =>
        $"{escape(explanation)}{lineBreak}{lineBreak}\n{escape(message)}\n\n";

    private static string Html(string line, string body) =>
        $"<html>\n <head>\n  <title>{line}</title>\n </head>\n <body>\n  <h1>{line}</h1>\n  {body}\n </body>\n</html>";

    /// <summary>Python's <c>html.escape</c>.</summary>
    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#x27;", StringComparison.Ordinal);

    private static string Json(string line, string body, string title) =>
        PythonJson.Spaced(new JsonObject { ["message"] = body, ["code"] = line, ["title"] = title });

    /// <summary>Replaces characters outside ISO-8859-1, which do not fit into a status line, with question marks.</summary>
    private static string Latin1(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x100 ? rune.ToString() : "?"));

    /// <summary>A line break would end the status line; the server sends it anyway, and proxies remove it.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(character => character is < ' ' or '\x7f' ? ' ' : character));

    private static string Title(int status) => status switch
    {
        200 => "OK",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        405 => "Method Not Allowed",
        409 => "Conflict",
        410 => "Gone",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        _ => ((HttpStatusCode)status).ToString(),
    };

    private static string Explanation(int status) => status switch
    {
        400 => "The server could not comply with the request since it is either malformed or otherwise incorrect.",
        403 => "Access was denied to this resource.",
        405 => "The method is not allowed for this resource.",
        409 => "There was a conflict when trying to complete your request.",
        410 => "This resource is no longer available.  No forwarding address is given.",
        429 => "The action could not be performed because there were too many requests by the client.",
        500 => "The server has either erred or is incapable of performing the requested operation.",
        _ => "",
    };
}
