using System.Net;
using System.Text.Json;
using TrustedPublishing.Index;

namespace TrustedPublishing.Upload;

/// <summary>
/// Whether a success response really comes from an index: 200, 201 or 202 with an empty body, plain text, or JSON without an error. A web page, an
/// error in JSON, or any other status means that something else responded, or that nothing was stored.
/// </summary>
internal static class UploadSuccess
{
    private static readonly string[] Errors = ["error", "errors", "exception", "fault", "errorMessage", "error_message", "errorCode", "error_code"];
    private static readonly string[] Flags = ["success", "ok", "succeeded"];
    private static readonly string[] Codes = ["status", "code", "statusCode", "status_code", "result", "outcome", "state"];
    private static readonly string[] Negations = ["false", "no", "0"];
    private static readonly string[] Words = ["error", "failed", "failure", "fail", "denied"];

    public static bool IsClear(HttpStatusCode status, string? contentType, string body) =>
        status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted
        && !IsPage(contentType, body)
        && !IsErrorInJson(body);

    /// <summary>Any kind of markup. Many frameworks label an empty body or plain text as HTML.</summary>
    private static bool IsPage(string? contentType, string body)
    {
        var text = body.AsSpan().TrimStart('\uFEFF').TrimStart();
        return text.StartsWith("<") || (UploadResponseText.IsHtml(contentType, body) && HtmlTokens.Parse(body).Any(token => token.Tag is not null));
    }

    private static bool IsErrorInJson(string body)
    {
        if (body.AsSpan().TrimStart('\uFEFF').TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(body.TrimStart('\uFEFF'));
            return HasError(document.RootElement);
        }
        catch (JsonException)
        {
            return true; // truncated or not JSON: no index sends that
        }
    }

    /// <summary>An object with an error, or a list that contains one. Deeper levels are not part of the response itself.</summary>
    private static bool HasError(JsonElement root) => root.ValueKind == JsonValueKind.Object
        ? IsError(root)
        : root.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object && IsError(item));

    private static bool IsError(JsonElement root) => root.EnumerateObject().Any(member =>
        (Is(Errors, member.Name) && !IsNothing(member.Value))
        || (Is(Flags, member.Name) && (member.Value.ValueKind == JsonValueKind.False || (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { } flag && (Is(Negations, flag) || Is(Words, flag)))))
        || (Is(Codes, member.Name) && IsErrorCode(member.Value)));

    private static bool IsErrorCode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt32(out var number) && number is >= 300 and < 600,
        JsonValueKind.String => value.GetString() is { } text && (Is(Words, text) || (text.Length >= 3 && text[0] is >= '3' and <= '5' && text[..3].All(char.IsAsciiDigit))),
        _ => false,
    };

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => value.GetString() is null or "",
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.Number => value.TryGetInt32(out var number) && number == 0,
        _ => false,
    };

    private static bool Is(string[] names, string name) => Array.Exists(names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
