using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// The credential for uploads, for the duration of a release: a configured API token or password, or minted tokens, each replaced before it
/// expires. Minted tokens are revoked at the end, whether or not the release succeeded.
/// </summary>
internal sealed class CredentialSource : IAsyncDisposable
{
    public const string TokenUser = "__token__";

    private readonly PublishOptions options;
    private readonly TokenExchanger? exchanger;
    private readonly TokenBurner? burner;
    private readonly CiSystem? system;
    private readonly SemaphoreSlim renewal = new(1, 1);
    private Task? burning;
    private volatile Current current;

    private CredentialSource(PublishOptions options, Current current, CiSystem? system = null, TokenExchanger? exchanger = null, TokenBurner? burner = null) =>
        (this.options, this.current, this.system, this.exchanger, this.burner) = (options, current, system, exchanger, burner);

    /// <summary>Whether another token can be obtained when this one expires.</summary>
    public bool CanRenew => system is { GivesFreshTokens: true };

    /// <summary>Whether the credential comes from the job's identity.</summary>
    public bool IsTrustedPublishing => exchanger is not null;

    /// <summary>The number of projects for which the minted token is valid; null if the token does not say, or none was minted.</summary>
    public int? Projects => current.Token is { } token ? TokenScope.Projects(token.Value) : null;

    /// <summary>The job whose identity was exchanged, which PyPI requires for attestations. Null for a configured credential.</summary>
    public ExchangedIdentity? Exchanged => system is null ? null : new(system, exchanger!.Claims);

    /// <summary>Checks that a credential is available, without sending a request. An invalid credential is detected when it is used.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.NoCredentials"/>: none is configured, and this is not a CI job with an
    /// identity.</exception>
    public static void ThrowIfNone(PublishOptions options, HttpClient http)
    {
        try
        {
            if (ConfiguredCredentials.Read(options) is not null || IdentityDetector.DetectFor(options, http) is not null)
            {
                return;
            }
        }
        catch (PublishException)
        {
            return;
        }

        throw IdentityFailures.NoCredentials(options.Index);
    }

    /// <summary>Obtains the credential.</summary>
    /// <exception cref="PublishException">No credential is available, or the exchange failed.</exception>
    public static Task<CredentialSource> OpenAsync(PublishOptions options, HttpClient http, IProgress<PublishProgress>? progress, CancellationToken cancellationToken) =>
        OpenAsync(options, http, progress, project: null, audience: null, cancellationToken);

    /// <summary>The same, with the project's name for the registration link in failures, and the audience if it was already requested.</summary>
    public static async Task<CredentialSource> OpenAsync(
        PublishOptions options, HttpClient http, IProgress<PublishProgress>? progress, string? project, Task<string>? audience, CancellationToken cancellationToken)
    {
        if (ConfiguredCredentials.Read(options) is { } given)
        {
            return new(options, new(given, null));
        }

        var system = IdentityDetector.DetectFor(options, http) ?? throw IdentityFailures.NoCredentials(options.Index);
        var exchanger = new TokenExchanger(options, http, system, project, progress) { Audience = audience };
        var token = await exchanger.ExchangeAsync(cancellationToken);
        var burner = new TokenBurner(options, http);
        burner.Add(token);
        return new(options, Current.FromToken(token, options), system, exchanger, burner);
    }

    /// <summary>A credential that is valid long enough to send a file; the first caller that finds it about to expire renews it for all.</summary>
    public async ValueTask<Credential> CurrentAsync(CancellationToken cancellationToken)
    {
        var seen = current;
        if (!CanRenew || !IsDue(seen))
        {
            return seen.Credential;
        }

        try
        {
            return await ReplaceAsync(seen.Credential, cancellationToken);
        }
        catch (PublishException) when (seen.Token is { } token && !token.IsOver(options.Time.GetUtcNow()))
        {
            return seen.Credential; // Renewing early is a precaution; its failure does not matter while the current token is valid.
        }
    }

    /// <summary>Another credential after the index reported that <paramref name="refused"/> has expired.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.TokenExpired"/>: no other credential can be obtained.</exception>
    public async ValueTask<Credential> RenewAsync(Credential refused, CancellationToken cancellationToken) =>
        CanRenew ? await ReplaceAsync(refused, cancellationToken) : throw ExchangeFailures.TokenExpired(options.Index, IsTrustedPublishing);

    /// <summary>Starts to revoke the tokens because no credential is needed any more. Disposing waits for completion.</summary>
    public void Burn() => burning ??= burner?.BurnAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Burn();
        await burning!;
        renewal.Dispose();
    }

    private bool IsDue(Current seen) => seen.Token?.IsDue(options.Time.GetUtcNow()) ?? false;

    private async Task<Credential> ReplaceAsync(Credential old, CancellationToken cancellationToken)
    {
        await renewal.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(current.Credential, old) && current.Credential != old)
            {
                return current.Credential; // Another caller was faster.
            }

            var token = await exchanger!.ExchangeAsync(cancellationToken);
            burner!.Add(token);
            current = Current.FromToken(token, options);
            return current.Credential;
        }
        finally
        {
            renewal.Release();
        }
    }

    private sealed record Current(Credential Credential, MintedToken? Token)
    {
        public static Current FromToken(MintedToken token, PublishOptions options) =>
            new(Credential.Basic(TokenUser, token.Value, token.Expires, options.OnSecret), token);
    }
}
