using System.Text;
using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

/// <summary>A release with its first credential and its HTTP client.</summary>
internal sealed class OpenedRelease : IAsyncDisposable
{
    private readonly HttpClient http;

    private OpenedRelease(HttpClient http, CredentialSource source) => (this.http, Source) = (http, source);

    public CredentialSource Source { get; }

    public static async Task<OpenedRelease> OpenAsync(PlayedExchange exchange, PublishOptions? options = null)
    {
        var given = options ?? exchange.Options;
        HttpClient? http = null;
        try
        {
            http = HttpClients.CreateClient(given.Network);
            var release = new OpenedRelease(http, await given.AuthorizeWith(http).OpenAsync(project: null, audience: null, exchange.Time, TestContext.Current.CancellationToken));
            http = null;
            return release;
        }
        finally
        {
            http?.Dispose();
        }
    }

    public async Task<string> TokenAsync() => TokenOf(await Source.CurrentAsync(TestContext.Current.CancellationToken));

    public static string TokenOf(Credential credential) => Encoding.UTF8.GetString(Convert.FromBase64String(credential.Header.Parameter!)).Replace("__token__:", "", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        http.Dispose();
    }
}
