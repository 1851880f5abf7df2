using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace TrustedPublishing.Http;

/// <summary>
/// The only factory for HTTP clients. Redirects are disabled because an automatic redirect turns a POST into a GET and reports success. There is
/// no overall time-out because the default of 100 seconds aborts large uploads: each request has its own deadline.
/// </summary>
internal static class HttpClients
{
    /// <summary>
    /// The deadline for one attempt of a request without a file. PyPI's token exchange can take more than 5 seconds for owners of many projects.
    /// </summary>
    public static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(30);

    private static readonly ProductInfoHeaderValue UserAgent = new("TrustedPublishing", Version());

    /// <summary>Creates a client with the proxies, certificate authorities and client certificate of <paramref name="settings"/>.</summary>
    /// <exception cref="ArgumentException">A certificate file or a proxy address cannot be used.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes its handlers.")]
    public static HttpClient CreateClient(NetworkSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ShortDeadline,
            MaxConnectionsPerServer = 3 * MaxParallel,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            Proxy = new HttpProxy(settings.Environment),
            SslOptions = TlsOptions.Create(settings),
        };
        var client = new HttpClient(new HttpPlainTextGuard(handler), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            // One connection per upload: HTTP/2 would share one connection and drop PyPI's reason phrases.
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
