using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// The credential for uploads, for the duration of a release: a configured API token or password, or minted tokens, each replaced before it
/// expires. Minted tokens are revoked at the end, whether or not the release succeeded.
/// </summary>
internal sealed class CredentialSource : IAsyncDisposable
{
    public const string TokenUser = "__token__";

    private readonly PackageIndex index;
    private readonly Exchange? exchange;
    private readonly SemaphoreSlim renewal = new(1, 1);
    private Task? burning;
    private volatile Current current;

    private CredentialSource(PackageIndex index, Current current, Exchange? exchange) => (this.index, this.current, this.exchange) = (index, current, exchange);

    /// <summary>Whether another token can be obtained when this one expires.</summary>
    public bool CanRenew => exchange is { Exchanger.CanRepeat: true };

    /// <summary>Whether the credential comes from the job's identity.</summary>
    public bool IsTrustedPublishing => exchange is not null;

    /// <summary>The number of projects for which the minted token is valid; null if the token does not say, or none was minted.</summary>
    public int? Projects => current.Token is { } token ? TokenScope.Projects(token.Value) : null;

    /// <summary>The job whose identity was exchanged, which PyPI requires for attestations. Null for a configured credential.</summary>
    public ExchangedIdentity? Exchanged => exchange?.Exchanger.Identity;

    /// <summary>Uses a configured credential unchanged.</summary>
    public static CredentialSource Given(PackageIndex index, Credential credential) => new(index, new(credential, null), exchange: null);

    /// <summary>Mints the first token.</summary>
    /// <exception cref="PublishException">The exchange failed.</exception>
    public static async Task<CredentialSource> ExchangeAsync(PackageIndex index, CiJob job, TokenExchanger exchanger, TokenBurner burner, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(job, exchanger, burner);
        return new(index, await exchange.MintAsync(cancellationToken), exchange);
    }

    /// <summary>A credential that is valid long enough to send a file; the first caller that finds it about to expire renews it for all.</summary>
    public async ValueTask<Credential> CurrentAsync(CancellationToken cancellationToken)
    {
        var seen = current;
        if (!CanRenew || seen.Token?.IsDue(exchange!.Now) != true)
        {
            return seen.Credential;
        }

        try
        {
            return await ReplaceAsync(seen.Credential, cancellationToken);
        }
        catch (PublishException) when (seen.Token is { } token && !token.IsOver(exchange!.Now))
        {
            return seen.Credential; // Renewing early is a precaution; its failure does not matter while the current token is valid.
        }
    }

    /// <summary>Another credential after the index reported that <paramref name="refused"/> has expired.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.TokenExpired"/>: no other credential can be obtained.</exception>
    public async ValueTask<Credential> RenewAsync(Credential refused, CancellationToken cancellationToken) =>
        CanRenew ? await ReplaceAsync(refused, cancellationToken) : throw ExchangeFailures.TokenExpired(index, IsTrustedPublishing);

    /// <summary>Starts to revoke the tokens because no credential is needed any more. Disposing waits for completion.</summary>
    public void Burn() => burning ??= exchange?.Burner.BurnAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Burn();
        await burning!;
        renewal.Dispose();
    }

    private async Task<Credential> ReplaceAsync(Credential old, CancellationToken cancellationToken)
    {
        await renewal.WaitAsync(cancellationToken);
        try
        {
            if (current.Credential != old)
            {
                return current.Credential; // Another caller was faster.
            }

            current = await exchange!.MintAsync(cancellationToken);
            return current.Credential;
        }
        finally
        {
            renewal.Release();
        }
    }

    private sealed record Current(Credential Credential, MintedToken? Token);

    private sealed record Exchange(CiJob Job, TokenExchanger Exchanger, TokenBurner Burner)
    {
        public DateTimeOffset Now => Job.Time.GetUtcNow();

        public async Task<Current> MintAsync(CancellationToken cancellationToken)
        {
            var token = await Exchanger.ExchangeAsync(cancellationToken);
            Burner.Add(token);
            return new(Credential.Basic(TokenUser, token.Value, token.Expires, Job.OnSecret), token);
        }
    }
}
