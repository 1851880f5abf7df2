using System.Net;
using System.Text;

namespace TrustedPublishing.Http;

/// <summary>The result of one request: a status with its body, or the reason why there is no response.</summary>
/// <param name="Status">The status; null if there was no complete response.</param>
/// <param name="Body">The body as text, truncated at the limit; empty if there is no response. It may contain a token and must not be
/// printed.</param>
internal sealed record HttpResponse(HttpStatusCode? Status, string Body)
{
    /// <summary>Why there is no response; null if there is one.</summary>
    public string? Fault { get; init; }

    /// <summary>The exception behind <see cref="Fault"/>.</summary>
    public Exception? Cause { get; init; }

    /// <summary>How long the server asked the client to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The target of a redirect.</summary>
    public Uri? Location { get; init; }

    /// <summary>Whether the server's certificate was not trusted; retrying does not help.</summary>
    public bool Distrusted => Cause is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError };

    /// <summary>Whether the same request may succeed shortly.</summary>
    public bool IsTransient => Status switch
    {
        null => !Distrusted,
        HttpStatusCode.RequestTimeout => true,
        HttpStatusCode.TooManyRequests => RetryAfter is not null,
        var status => (int)status >= 500,
    };

    /// <summary>One line for messages: the status with its name, or the fault.</summary>
    public string Summary => Status is { } status ? $"HTTP {(int)status} {Phrase(status)}".TrimEnd() : Fault ?? "no answer";

    private static string? Phrase(HttpStatusCode status)
    {
        using var usual = new HttpResponseMessage(status);
        return usual.ReasonPhrase;
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Summary);
        return true;
    }
}
