using System.Globalization;
using System.Net;
using System.Text.Json;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.Output;

namespace TrustedPublishing.Upload;

/// <summary>The relevant parts of an index's response to an upload.</summary>
internal sealed record UploadResponse(HttpStatusCode Status, string Body)
{
    private const int LargestBody = 256 << 10;

    /// <summary>The reason phrase; on HTTP/1.1, PyPI puts its message there.</summary>
    public string? Reason { get; init; }

    /// <summary>The media type in lower case, without parameters.</summary>
    public string? ContentType { get; init; }

    /// <summary>The target of a redirect; null if there is none or it is not a web address.</summary>
    public Uri? Location { get; init; }

    /// <summary>The redirect target without credentials and query, either of which may be secret; empty if there is none.</summary>
    public string Target => Location is null ? "" : Redacted.Url(Location);

    /// <summary>How long the index asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether this is the response to our POST to our address, and not to a request that was rewritten on the way.</summary>
    public bool IsOurs { get; init; } = true;

    /// <summary>The index's message, wherever the response contains it.</summary>
    public string Text => UploadResponseText.Describe(Status, Reason, ContentType, Body);

    public static async Task<UploadResponse> ReadAsync(HttpResponseMessage response, PackageIndex index, TimeProvider time, CancellationToken cancellationToken) =>
        new(response.StatusCode, await BodyAsync(response.Content, cancellationToken))
        {
            Reason = response.ReasonPhrase,
            ContentType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            Location = ForeignUri.From(index.UploadUrl, response.Headers.Location),
            RetryAfter = Http.RetryAfter.Read(response.Headers.RetryAfter, time.GetUtcNow()),
            IsOurs = response.RequestMessage is { } request && request.Method == HttpMethod.Post && request.RequestUri == index.UploadUrl,
        };

    /// <summary>Reads the body. A response that breaks off or takes too long still counts with its status.</summary>
    private static async Task<string> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new BoundedBody(LargestBody);
        try
        {
            await body.ReadAsync(content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // show what has been read so far
        }

        return body.Text;
    }
}

/// <summary>
/// Extracts an index's message from a response. PyPI repeats its message in the reason phrase and, depending on <c>Accept</c>, in a JSON, text
/// or HTML body (Pyramid's <c>httpexceptions</c>); other indexes use different JSON members and error pages.
/// </summary>
internal static class UploadResponseText
{
    /// <summary>Three line feeds separate PyPI's general sentence from its message.</summary>
    private const string Gap = "\n\n\n";

    public static string Describe(HttpStatusCode status, string? reason, string? contentType, string body)
    {
        var text = OfJson(status, body) ?? (IsHtml(contentType, body) ? OfHtml(body) : AfterGap(body.ReplaceLineEndings("\n")) ?? body);
        return WithoutStatus(status, text.Trim()) is { Length: > 0 } said ? said : reason?.Trim() ?? "";
    }

    public static bool IsHtml(string? contentType, string body) =>
        contentType is "text/html" or "application/xhtml+xml"
        || body.AsSpan().TrimStart() is var start && (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase));

    private static string? OfJson(HttpStatusCode status, string body)
    {
        if (!body.AsSpan().TrimStart().StartsWith("{"))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return AfterGap(Member(root, "message")) ?? Code(status, Member(root, "code")) ?? Errors(root)
                ?? Member(root, "message") ?? Member(root, "error") ?? Member(root, "detail") ?? Member(root, "error_description");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // truncated, a lone surrogate, or something else that starts with a brace: the text is still worth showing
        }
    }

    private static string? Code(HttpStatusCode status, string? code) =>
        code is not null && WithoutStatus(status, code) is { Length: > 0 } text && text != code ? text : null;

    /// <summary>The error lists of Artifactory and GitLab.</summary>
    private static string? Errors(JsonElement root)
    {
        if (!root.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var texts = errors.EnumerateArray().Select(error => error.ValueKind == JsonValueKind.String ? error.GetString()
            : Member(error, "message") ?? Member(error, "description") ?? Member(error, "detail"));
        return string.Join("; ", texts.Where(text => !string.IsNullOrWhiteSpace(text))) is { Length: > 0 } joined ? joined : null;
    }

    private static string? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? AfterGap(string? text) =>
        text?.IndexOf(Gap, StringComparison.Ordinal) is >= 0 and var gap && text[gap..].Trim() is { Length: > 0 } message ? message : null;

    private static string OfHtml(string body)
    {
        var (title, words, inTitle) = ("", new List<string>(), false);
        foreach (var token in HtmlTokens.Parse(body))
        {
            inTitle = token.Tag switch { "title" => true, "/title" => false, _ => inTitle };
            title += inTitle ? token.Text : "";
            words.Add(inTitle ? "" : token.Text);
        }

        var text = string.Join(' ', words).Trim();
        return text.Length > 0 ? text : title;
    }

    private static string WithoutStatus(HttpStatusCode status, string text)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return text.StartsWith(number, StringComparison.Ordinal) ? text[number.Length..].TrimStart(' ', '-', ':').Trim() : text;
    }
}
