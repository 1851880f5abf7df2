using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Http;

/// <summary>The part of a response that is worth showing. Bodies of successful responses are never shown: they contain tokens.</summary>
internal static partial class ResponseText
{
    /// <summary>Members in which indexes, proxies and token services put their messages.</summary>
    private static readonly string[] Texts = ["message", "detail", "error_description", "description", "title", "error"];

    /// <summary>Status and message, or the fault if there was no response.</summary>
    public static string Describe(HttpResponse answer) =>
        (answer.Status is null or HttpStatusCode.OK ? TitleOf(answer.Body) : Useful(answer.Body)) is { Length: > 0 } text ? $"{answer.Summary}: {text}" : answer.Summary;

    private static string Useful(string body)
    {
        if (FromJson(body) is { } text)
        {
            return text;
        }

        return TitleOf(body) ?? FailureText.OneLine(body);
    }

    /// <summary>The title of an HTML page, empty if it has none; null if the body is not an HTML page.</summary>
    private static string? TitleOf(string body) =>
        body.TrimStart().StartsWith('<') ? FailureText.OneLine(WebUtility.HtmlDecode(Title().Match(body).Groups["title"].Value)) : null;

    private static string? FromJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object
                ? Texts.Select(name => json.RootElement.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null)
                    .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? ""
                : "";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // Not JSON, or one of its strings is not valid text.
        }
    }

    [GeneratedRegex(@"<(?:title|h1)[^>]*>(?<title>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
