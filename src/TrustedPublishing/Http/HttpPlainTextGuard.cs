namespace TrustedPublishing.Http;

/// <summary>Lets plain http pass only to this machine, whatever address a request was given: every request carries something secret.</summary>
internal sealed class HttpPlainTextGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>
    /// Marks a request that may go over plain http: Google Cloud's metadata server has no other scheme and is not reached through a network
    /// (<see href="https://cloud.google.com/compute/docs/metadata/querying-metadata"/>).
    /// </summary>
    public static readonly HttpRequestOptionsKey<bool> Exempt = new("TrustedPublishing.PlainTextExempt");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var allowed = url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || (request.Options.TryGetValue(Exempt, out var exempt) && exempt);
        return allowed ? base.SendAsync(request, cancellationToken) : throw ConnectionFailures.PlainText(url);
    }
}
