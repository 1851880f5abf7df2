namespace TrustedPublishing.Http;

/// <summary>Allows plain http only to this machine, whatever the request address: every request carries a secret.</summary>
internal sealed class HttpPlainTextGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>
    /// Marks a request that may use plain http: Google Cloud's metadata server supports no other scheme and is not reached over a network
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
