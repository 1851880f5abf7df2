using System.Net;

namespace TrustedPublishing.Http;

/// <summary>
/// Reads proxies from the environment as curl and pip do: <c>https_proxy</c>, <c>http_proxy</c>, <c>all_proxy</c> and <c>no_proxy</c>; lower
/// case takes precedence over upper case (<see href="https://curl.se/libcurl/c/libcurl-env.html"/>). Requests to this machine and to the cloud's
/// metadata server, which no proxy can reach, are sent directly.
/// </summary>
internal sealed class HttpProxy : IWebProxy, ICredentials
{
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    private readonly Uri? https;
    private readonly Uri? http;
    private readonly string[] excluded;

    public HttpProxy(IReadOnlyDictionary<string, string> environment)
    {
        https = Address(environment, "HTTPS_PROXY") ?? Address(environment, "ALL_PROXY");
        http = Address(environment, "HTTP_PROXY") ?? Address(environment, "ALL_PROXY");
        excluded = (Value(environment, "NO_PROXY") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Queried when a proxy requires credentials: returns those in its address.</summary>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException("A proxy's credentials are part of its address.");
    }

    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    public Uri? GetProxy(Uri destination) =>
        destination.IsLoopback || destination.Host == "metadata.google.internal" || excluded.Any(entry => Covers(entry, destination)) ? null
        : destination.Scheme == Uri.UriSchemeHttps ? https
        : http;

    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        var proxy = new[] { https, http }.FirstOrDefault(candidate => candidate?.Authority == uri.Authority && candidate.UserInfo.Length > 0);
        if (proxy is null)
        {
            return null;
        }

        var parts = proxy.UserInfo.Split(':', 2);
        return new(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
    }

    /// <summary><c>*</c>, a host with its subdomains (with or without a leading dot), either with a port, an IP address, or a network in CIDR notation.</summary>
    private static bool Covers(string entry, Uri destination)
    {
        if (entry == "*")
        {
            return true;
        }

        if (IPAddress.TryParse(destination.DnsSafeHost, out var address) && IPNetwork.TryParse(entry, out var network))
        {
            return network.Contains(address);
        }

        var name = entry.EndsWith($":{destination.Port}", StringComparison.Ordinal) && !IPAddress.TryParse(entry, out _) ? entry[..entry.LastIndexOf(':')] : entry;
        var host = name.TrimStart('*').TrimStart('.').Trim('[', ']');
        return host.Length > 0 && (destination.DnsSafeHost.Equals(host, StringComparison.OrdinalIgnoreCase)
            || destination.DnsSafeHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));
    }

    private static Uri? Address(IReadOnlyDictionary<string, string> environment, string name)
    {
        if (Value(environment, name) is not { } value)
        {
            return null;
        }

        var text = value.Contains("://", StringComparison.Ordinal) ? value : $"http://{value}";
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && Schemes.Contains(url.Scheme) && url.Host.Length > 0
            && url is { Query: "", Fragment: "" } // what looks like one is the rest of a password
            ? url
            : throw ConnectionFailures.ProxyUnusable(name);
    }

    private static string? Value(IReadOnlyDictionary<string, string> environment, string name) =>
        Set(environment, name.ToLowerInvariant()) ?? Set(environment, name);

    private static string? Set(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
