using System.Collections.Concurrent;
using TrustedPublishing.Http;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// Revokes minted tokens when they are no longer needed. Not every index supports this, and the result does not matter for the release:
/// the tokens expire by themselves.
/// </summary>
internal sealed class TokenBurner(PackageIndex index, HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<MintedToken> tokens = [];

    public void Add(MintedToken token) => tokens.Add(token);

    public Task BurnAsync()
    {
        var now = time.GetUtcNow();
        return Task.WhenAll(tokens.Where(token => !token.IsOver(now)).Select(token => BurnAsync(token.Value)));
    }

    private async Task BurnAsync(Secret token)
    {
        try
        {
            using var request = ExchangeProtocol.BurnRequest(index, token);
            _ = await http.AskAsync(request, Limit, time, CancellationToken.None);
        }
        catch (Exception exception) when (exception is PublishException or InvalidOperationException)
        {
            // The client is already disposed, or the address is not allowed: see above.
        }
    }
}
