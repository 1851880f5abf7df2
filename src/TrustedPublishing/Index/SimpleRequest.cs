using System.Net;
using System.Net.Http.Headers;
using Polly;
using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Index;

/// <summary>An index's response to a Simple API request.</summary>
/// <param name="Answer">The status or fault; its body is not used.</param>
/// <param name="Url">The URL of the page after redirects.</param>
/// <param name="ContentType">The media type without parameters, or null.</param>
/// <param name="Body">The bytes; null if they exceed the limit.</param>
internal sealed record SimpleResponse(HttpResponse Answer, Uri Url, string? ContentType = null, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>The kind of index identified by the response's headers; null if they identify none.</summary>
    public IndexProfile? Profile { get; init; }

    /// <summary>The target of a redirect; null if there is none, or if it would drop encryption.</summary>
    public Uri? Next =>
        Answer is { Status: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Location: { } location }
        && ForeignUri.From(Url, location) is { } next && (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && next.IsLoopback)) ? next : null;
}

/// <summary>
/// Fetches one page of the Simple API: retries transient failures, follows redirects within the same origin, and limits the size of the response.
/// </summary>
internal sealed class SimpleRequest(HttpClient http, SimpleApiCredentials credentials, TimeProvider time)
{
    /// <summary>In bytes, after decompression. PyPI's largest pages are about 10 MiB.</summary>
    public const int LargestPage = 24 << 20;

    private const int MostRedirects = 5;

    /// <summary>Returns the last response. A redirect to another origin is not followed but returned.</summary>
    public async Task<SimpleResponse> SendAsync(Uri url, CancellationToken cancellationToken)
    {
        var retry = HttpRetry.Transient<SimpleResponse>(answer => answer.Answer, $"reading {Redacted.Url(url)}", null);
        var pipeline = new ResiliencePipelineBuilder<SimpleResponse> { TimeProvider = time }.AddRetry(retry).Build();
        var answer = await pipeline.ExecuteAsync(async token => await OnceAsync(url, token), cancellationToken);
        for (var hops = 0; hops < MostRedirects && answer.Next is { } next && PackageIndex.IsSameAuthority(next, url); hops++)
        {
            answer = await pipeline.ExecuteAsync(async token => await OnceAsync(next, token), cancellationToken);
        }

        return answer;
    }

    private async Task<SimpleResponse> OnceAsync(Uri url, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HttpClients.ShortDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = Request(url);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = new HttpResponse(response.StatusCode, "") { RetryAfter = Pause(response), Location = response.Headers.Location };
            return new(answer, url, response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(), await BodyAsync(response, either.Token))
            {
                Profile = IndexProfiles.ByHeaders(response.Headers),
            };
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(new(null, "") { Fault = $"no answer within {HttpClients.ShortDeadline.TotalSeconds:0} seconds", Cause = exception }, url);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new(new(null, "") { Fault = exception.GetBaseException().Message, Cause = exception }, url);
        }
    }

    /// <summary>If an index only reports "too many requests", waits a while before retrying.</summary>
    private TimeSpan? Pause(HttpResponseMessage response) =>
        RetryAfter.Read(response.Headers.RetryAfter, time.GetUtcNow())
        ?? (response.StatusCode == HttpStatusCode.TooManyRequests ? TimeSpan.FromSeconds(10) : null);

    /// <summary>Asks caches in front of the index to revalidate, because the latest uploads matter.</summary>
    private HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd(SimplePage.Accept);
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        request.Headers.Authorization = credentials.For(url);
        return request;
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return default(ReadOnlyMemory<byte>);
        }

        var body = await new BoundedBody(LargestPage).ReadAsync(response.Content, cancellationToken);
        return body.IsCut ? default(ReadOnlyMemory<byte>?) : body.Bytes;
    }
}
