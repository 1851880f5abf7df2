using System.Text;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>A response, complete before its first byte is sent.</summary>
internal sealed record Response
{
    public required int Status { get; init; }

    /// <summary>The reason phrase, if it is not the default one for the status.</summary>
    public string? Reason { get; init; }

    public string ContentType { get; init; } = "text/plain; charset=UTF-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A file to send as the body instead.</summary>
    public string? BodyFile { get; init; }

    /// <summary>The message for the request log.</summary>
    public string? Message { get; init; }

    public static Response Text(int status, string text, string contentType = "text/plain; charset=UTF-8") =>
        new() { Status = status, ContentType = contentType, Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>A JSON response in the server's format.</summary>
    public static Response Json(int status, JsonNode document, string contentType = "application/json", bool endsWithNewline = false) =>
        Text(status, PythonJson.Compact(document) + (endsWithNewline ? "\n" : ""), contentType);

    public static Response NotFound() => Text(404, "404 Not Found");

    /// <summary>The response to a method that the route does not allow.</summary>
    public static Response MethodNotAllowed(string allowed) =>
        Text(405, "405 Method Not Allowed").With("Allow", allowed);

    public Response With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
