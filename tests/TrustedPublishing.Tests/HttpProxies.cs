using System.Net;
using TrustedPublishing.Http;

namespace TrustedPublishing.Tests;

public sealed class HttpProxies
{
    [Theory]
    [InlineData("HTTPS_PROXY=http://p:1", "https://pypi.org/", "http://p:1/")]
    [InlineData("https_proxy=p:1", "https://pypi.org/", "http://p:1/")]
    [InlineData("https_proxy=http://a:1 HTTPS_PROXY=http://b:1", "https://pypi.org/", "http://a:1/")]
    [InlineData("HTTP_PROXY=http://p:1", "https://pypi.org/", null)]
    [InlineData("HTTP_PROXY=http://p:1", "http://example.com/", "http://p:1/")]
    [InlineData("ALL_PROXY=socks5://p:1", "https://pypi.org/", "socks5://p:1/")]
    [InlineData("ALL_PROXY=http://a:1 HTTPS_PROXY=http://p:1", "https://pypi.org/", "http://p:1/")]
    [InlineData("HTTPS_PROXY=", "https://pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1", "http://localhost:99/", null)]
    [InlineData("ALL_PROXY=http://p:1", "http://127.0.0.1:99/", null)]
    [InlineData("ALL_PROXY=http://p:1", "https://[::1]/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=*", "https://pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1 no_proxy=example.com,.pypi.org", "https://upload.pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=pypi.org", "https://pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=PYPI.org", "https://test.pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=ypi.org", "https://pypi.org/", "http://p:1/")]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=*.pypi.org", "https://test.pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=pypi.org:443", "https://pypi.org/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=pypi.org:8443", "https://pypi.org/", "http://p:1/")]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=10.0.0.0/8", "https://10.1.2.3/", null)]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=10.0.0.0/8", "https://11.1.2.3/", "http://p:1/")]
    [InlineData("ALL_PROXY=http://p:1 NO_PROXY=fd00::1", "https://[fd00::1]/", null)]
    public void AreSelectedAsByCurlAndPip(string environment, string destination, string? expected)
    {
        var proxy = Proxy(environment.Split(' '));
        Assert.Equal(expected, proxy.GetProxy(new(destination))?.AbsoluteUri);
        Assert.Equal(expected is null, proxy.IsBypassed(new(destination)));
    }

    [Fact]
    public void AreNotUsedForTheMetadataServer() =>
        Assert.Null(Proxy("ALL_PROXY=http://p:1").GetProxy(new("http://metadata.google.internal/computeMetadata/v1/")));

    [Theory]
    [InlineData("ftp://proxy:21")]
    [InlineData("http://")]
    [InlineData("user:s3cret@:99")]
    public void AreRejectedWithTheNameOfTheVariable(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Proxy($"HTTPS_PROXY={value}"));
        Assert.Contains("HTTPS_PROXY", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReceiveTheCredentialsInTheirAddress()
    {
        await using var proxy = new LoopbackServer(request => request.Contains("Proxy-Authorization: Basic dXNlcjpwQHNz", StringComparison.Ordinal)
            ? LoopbackServer.Answer(502, "no way")
            : LoopbackServer.Answer(407, "", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"));
        var options = Options.Of(PackageIndex.PyPI, ("HTTPS_PROXY", $"http://user:p%40ss@localhost:{proxy.Port}"));
        using var http = HttpClients.CreateClient(options.Network);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://pypi.invalid/");

        var answer = await http.AskAsync(request, HttpClients.ShortDeadline, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal((null, 2), (answer.Status, proxy.Requests.Count));
        Assert.All(proxy.Requests, head => Assert.StartsWith("CONNECT pypi.invalid:443 ", head, StringComparison.Ordinal));
        Assert.Contains("502", answer.Fault, StringComparison.Ordinal);
        Assert.DoesNotContain("p@ss", answer.ToString(), StringComparison.Ordinal);
    }

    private static HttpProxy Proxy(params string[] variables) =>
        new(Options.Variables([.. variables.Select(variable => variable.Split('=', 2)).Select(pair => (pair[0], pair[1]))]));
}
