using System.Net;
using System.Text;

namespace TrustedPublishing.Http;

/// <summary>What came back for one request: a status with its body, or no answer and why.</summary>
/// <param name="Status">The status; null when there was no complete answer.</param>
/// <param name="Body">The body as text, cut at the limit; empty without an answer. It may hold a token: it is not printed.</param>
internal sealed record HttpResponse(HttpStatusCode? Status, string Body)
{
    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Fault { get; init; }

    /// <summary>The exception behind <see cref="Fault"/>.</summary>
    public Exception? Cause { get; init; }

    /// <summary>How long the other side asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>Whether the certificate of the other side was not accepted: no repetition will change that.</summary>
    public bool Distrusted => Cause is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError };

    /// <summary>Whether the same request may well succeed in a moment.</summary>
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
