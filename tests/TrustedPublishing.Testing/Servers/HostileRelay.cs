using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Testing.Servers;

/// <summary>
/// A relay to a real index that records every secret in requests and responses, and responds instead of the index if told to.
/// </summary>
public sealed partial class HostileRelay : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentDictionary<string, bool> secrets = new(StringComparer.Ordinal);
    private readonly Uri index;
    private readonly RawServer server;

    /// <param name="index">The real index.</param>
    public HostileRelay(Uri index)
    {
        this.index = index;
        server = new(AnswerAsync);
    }

    /// <summary>Its root, which replaces the index's.</summary>
    public Uri Url => server.Url;

    /// <summary>The response to a request, as bytes; null for the index's own.</summary>
    public Func<RawRequest, byte[]?> Attack { get; set; } = _ => null;

    /// <summary>The secrets seen so far, which must not be disclosed.</summary>
    public IReadOnlyList<string> Secrets => [.. secrets.Keys];

    /// <summary>How many requests were answered instead of the index.</summary>
    public int Attacks { get; private set; }

    /// <summary>Adds a secret that was not in any request or response, as another party on the job's side could.</summary>
    public void Know(string secret) => secrets[secret] = true;

    /// <summary>An address of the index, redirected to this relay.</summary>
    public string Relayed(string address) => address.Replace($"//{index.Authority}/", $"//{Url.Authority}/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(RawRequest request, Stream stream, CancellationToken cancellationToken)
    {
        Learn(request.Text);
        if (request.Header("Authorization") is { } authorization)
        {
            var value = authorization.Split(' ', 2)[1];
            secrets[value] = true;
            if (authorization.StartsWith("Basic ", StringComparison.Ordinal))
            {
                secrets[Encoding.UTF8.GetString(Convert.FromBase64String(value)).Split(':', 2)[1]] = true;
            }
        }

        if (Attack(request) is { } hostile)
        {
            Attacks++;
            await stream.WriteAsync(hostile, cancellationToken);
            return;
        }

        await stream.WriteAsync(await RelayAsync(request, cancellationToken), cancellationToken);
    }

    private async Task<byte[]> RelayAsync(RawRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new(request.Method), new Uri(index, request.Path)) { Content = new ReadOnlyMemoryContent(request.Body) };
        foreach (var (name, value) in request.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Connection" or "Accept-Encoding")))
        {
            var headers = name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ? message.Content.Headers : (HttpHeaders)message.Headers;
            headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(message, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        Learn(text);
        var type = answer.Content.Headers.ContentType is { } content ? $"Content-Type: {content}" : "X-Type: none";
        return RawServer.Answer($"{(int)answer.StatusCode} {answer.ReasonPhrase}", Relay(text), type, answer.Headers.Location is { } location ? $"Location: {Relay(location.OriginalString)}" : "X-Location: none");
    }

    private string Relay(string text) => text.Replace($"//{index.Authority}/", $"//{Url.Authority}/", StringComparison.Ordinal);

    private void Learn(string text)
    {
        foreach (Match match in Token().Matches(text))
        {
            secrets[match.Groups["value"].Value] = true;
        }
    }

    [GeneratedRegex("""
        "(?:token|value|oidcIdentityToken)"\s*:\s*"(?<value>[^"]{8,})"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
