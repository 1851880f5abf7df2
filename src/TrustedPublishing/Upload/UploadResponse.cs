using System.Net;
using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Upload;

/// <summary>What an index answered to an upload, as far as it decides.</summary>
internal sealed record UploadResponse(HttpStatusCode Status, string Body)
{
    private const int LargestBody = 256 << 10;

    /// <summary>The reason phrase; PyPI's carries its message on HTTP/1.1.</summary>
    public string? Reason { get; init; }

    /// <summary>The media type in lower case, without parameters.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where a redirect leads; null when there is none, or when it is no address of the web.</summary>
    public Uri? Location { get; init; }

    /// <summary>The same without credentials and query, either of which may be somebody's secret; empty when there is none.</summary>
    public string Target => Location is null ? "" : Redacted.Url(Location);

    /// <summary>How long the index asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether this is the answer to our POST to our address, and not to what something made of it on the way.</summary>
    public bool IsOurs { get; init; } = true;

    /// <summary>What the index says, from wherever it says it.</summary>
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

    /// <summary>Reads what comes. An answer that breaks off or drags on still counts with the status that it began with.</summary>
    private static async Task<string> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new BoundedBody(LargestBody);
        try
        {
            await body.ReadAsync(content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // what was read so far is shown
        }

        return body.Text;
    }
}
