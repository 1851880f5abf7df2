using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustedPublishing;

/// <summary>The part of an answer that is worth showing. Bodies of successful answers are never shown: they hold tokens.</summary>
internal static partial class AnswerText
{
    /// <summary>Members in which indexes, proxies and token services put their texts.</summary>
    private static readonly string[] Texts = ["message", "detail", "error_description", "description", "title", "error"];

    /// <summary>Status and text, the fault when there was no answer.</summary>
    public static string Of(HttpAnswer answer) =>
        answer.Status is null or HttpStatusCode.OK || Useful(answer.Body) is not { Length: > 0 } text ? answer.Summary : $"{answer.Summary}: {text}";

    private static string Useful(string body)
    {
        if (FromJson(body) is { } text)
        {
            return text;
        }

        var title = Title().Match(body);
        return FailureText.Clean(WebUtility.HtmlDecode(title.Success ? title.Groups["title"].Value : body.TrimStart().StartsWith('<') ? "" : body));
    }

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
            return null; // Not JSON, or a string in it is not text.
        }
    }

    [GeneratedRegex(@"<(?:title|h1)[^>]*>(?<title>[^<]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
