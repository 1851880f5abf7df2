using System.Collections.Concurrent;
using TrustedPublishing.Http;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// Revokes minted tokens when they are no longer needed. Whether an index offers that shows only when it is asked; nothing that it answers,
/// and no answer at all, matters for the release: the tokens end by themselves.
/// </summary>
internal sealed class TokenBurner(PublishOptions options, HttpClient http)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<MintedToken> tokens = [];

    public void Add(MintedToken token) => tokens.Add(token);

    public Task BurnAsync()
    {
        var now = options.Time.GetUtcNow();
        return Task.WhenAll(tokens.Where(token => !token.IsOver(now)).Select(token => BurnAsync(token.Value)));
    }

    private async Task BurnAsync(Secret token)
    {
        try
        {
            using var request = ExchangeProtocol.BurnRequest(options.Index, token);
            _ = await http.AskAsync(request, Limit, options.Time, CancellationToken.None);
        }
        catch (Exception exception) when (exception is PublishException or InvalidOperationException)
        {
            // The client is gone already, or refuses the address: see above.
        }
    }
}
