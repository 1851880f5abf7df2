using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace TrustedPublishing.Http;

/// <summary>
/// The only maker of HTTP clients. Redirects are off, because an automatic redirect turns a POST into a GET and reports success; there is no
/// total time-out, because the default of 100 seconds ends big uploads: each request has a deadline of its own.
/// </summary>
internal static class HttpClients
{
    /// <summary>The deadline of one try of a request without a file: PyPI's exchange takes longer than 5 seconds for owners of many projects.</summary>
    public static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(30);

    private static readonly ProductInfoHeaderValue UserAgent = new("TrustedPublishing", Version());

    /// <summary>A client with the proxies, certificate authorities and client certificate of <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">A certificate file or a proxy address cannot be used.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes its handlers.")]
    public static HttpClient CreateClient(PublishOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ShortDeadline,
            MaxConnectionsPerServer = 3 * MaxParallel,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            Proxy = new HttpProxy(options.Environment),
            SslOptions = TlsOptions.Create(options),
        };
        var client = new HttpClient(new HttpPlainTextGuard(handler), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            // One connection per upload: over HTTP/2 they would share one, and PyPI's reason phrases would be lost.
            DefaultRequestVersion = HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        client.DefaultRequestHeaders.UserAgent.Add(UserAgent);
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }

    private const int MaxParallel = 16;

    private static string Version() =>
        typeof(HttpClients).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
