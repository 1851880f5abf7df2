using System.Text;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>What is sent back, complete before the first byte leaves.</summary>
internal sealed record Response
{
    public required int Status { get; init; }

    /// <summary>The reason phrase, when it is not the usual one of the status.</summary>
    public string? Reason { get; init; }

    public string ContentType { get; init; } = "text/plain; charset=UTF-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A file that is the body instead.</summary>
    public string? BodyFile { get; init; }

    /// <summary>What the answer says, for the record of requests.</summary>
    public string? Message { get; init; }

    public static Response Text(int status, string text, string contentType = "text/plain; charset=UTF-8") =>
        new() { Status = status, ContentType = contentType, Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>JSON as the server renders its documents.</summary>
    public static Response Json(int status, JsonNode document, string contentType = "application/json", bool endsWithNewline = false) =>
        Text(status, PythonJson.Compact(document) + (endsWithNewline ? "\n" : ""), contentType);

    public static Response NotFound() => Text(404, "404 Not Found");

    /// <summary>Another method than the route allows.</summary>
    public static Response MethodNotAllowed(string allowed) =>
        Text(405, "405 Method Not Allowed").With("Allow", allowed);

    public Response With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
