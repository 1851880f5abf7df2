namespace TrustedPublishing.Http;

/// <summary>Sends one request with a deadline. Every failure becomes a response; only cancellation throws.</summary>
internal static class HttpSender
{
    /// <summary>Larger than any response of these protocols; anything longer is truncated and will not parse.</summary>
    private const int MaxBody = 1 << 20;

    public static async Task<HttpResponse> AskAsync(this HttpClient http, HttpRequestMessage request, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await new BoundedBody(MaxBody).ReadAsync(response.Content, either.Token);
            return new(response.StatusCode, body.Text) { RetryAfter = RetryAfter(response, time), Location = response.Headers.Location };
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Lost($"no answer within {limit.TotalSeconds:0} seconds", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Lost(Innermost(exception), exception);
        }
    }

    private static HttpResponse Lost(string fault, Exception cause) => new(null, "") { Fault = fault, Cause = cause };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The outer messages of .NET exceptions ("see inner exception") carry no information.</summary>
    private static string Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception.Message;
}
