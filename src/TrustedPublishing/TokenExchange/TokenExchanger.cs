using Polly;
using Polly.Retry;
using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// Exchanges an identity token for an API token. The audience is requested once; each attempt uses a new identity token, because the index
/// consumes a token's <c>jti</c> even if its response is lost.
/// </summary>
internal sealed class TokenExchanger(ExchangeTarget target, CiSystem system, HttpClient http, TimeProvider time, Action<Secret>? onSecret, IProgress<PublishProgress>? progress)
{
    /// <summary>PyPI fetches a CI system's new keys at most once a minute (pypi/warehouse, <c>warehouse/oidc/services.py</c>).</summary>
    private static readonly TimeSpan KeyRotation = TimeSpan.FromSeconds(60);

    private string? audience;

    /// <summary>Whether a further exchange would use a new identity token.</summary>
    public bool CanRepeat => system.GivesFreshTokens;

    /// <summary>The CI system, with the claims of its last identity token.</summary>
    public ExchangedIdentity Identity { get; private set; } = new(system, new Dictionary<string, string>());

    /// <summary>The audience request, if it was already sent.</summary>
    public Task<string>? Audience { get; init; }

    public async Task<MintedToken> ExchangeAsync(CancellationToken cancellationToken)
    {
        audience ??= AudiencePolicy.Accepted(target, system, await (Audience ?? AudienceAsync(target.Index, http, time, progress, cancellationToken)));
        var attempt = await Policy().ExecuteAsync(MintAsync, cancellationToken);
        var token = attempt.Outcome switch
        {
            MintOutcome.Minted minted => minted.Token,
            MintOutcome.Refused refused => throw ExchangeFailures.ExchangeRefused(refused.Reasons, Context(attempt)),
            _ => throw ExchangeFailures.ExchangeUnusable(target.Index, target.Index.MintUrl, attempt.Answer, system.GivesFreshTokens),
        };
        progress?.Report(new PublishProgress.TokenExchanged(token.Expires));
        return token;
    }

    /// <summary>The audience that the index names; whether it is used is decided here, not by the index.</summary>
    public static async Task<string> AudienceAsync(PackageIndex index, HttpClient http, TimeProvider time, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var answer = await HttpRetry.Pipeline(time, "audience", progress).ExecuteAsync(
            async token =>
            {
                using var request = ExchangeProtocol.AudienceRequest(index);
                return await http.AskAsync(request, HttpClients.ShortDeadline, time, token);
            },
            cancellationToken);
        return ExchangeProtocol.ReadAudience(answer) ?? throw ExchangeFailures.AudienceUnusable(index, answer);
    }

    private ExchangeContext Context(MintAttempt attempt) => new(target.Index, system.Name, attempt.Identity.Claims)
    {
        Publisher = target.Publisher,
        Project = target.Project,
        Status = attempt.Answer.Status,
    };

    private async ValueTask<MintAttempt> MintAsync(CancellationToken cancellationToken)
    {
        var identity = await system.IdentifyAsync(audience!, progress, cancellationToken);
        Identity = new(system, identity.Claims);
        progress?.Report(new PublishProgress.IdentityDetected(system.Name, audience!));
        using var request = ExchangeProtocol.MintRequest(target.Index, identity.Value);
        var answer = await http.AskAsync(request, HttpClients.ShortDeadline, time, cancellationToken);
        var outcome = ExchangeProtocol.ReadMint(answer, time.GetUtcNow());
        if (outcome is MintOutcome.Minted minted)
        {
            onSecret?.Invoke(minted.Token.Value);
        }

        return new(identity, answer, outcome);
    }

    /// <summary>If there is only one identity token, there is only one attempt.</summary>
    private ResiliencePipeline<MintAttempt> Policy() => system.GivesFreshTokens
        ? new ResiliencePipelineBuilder<MintAttempt> { TimeProvider = time }
            .AddRetry(AfterKeyRotation())
            .AddRetry(HttpRetry.Transient<MintAttempt>(attempt => attempt.Answer, "token exchange", progress))
            .Build()
        : ResiliencePipeline<MintAttempt>.Empty;

    private RetryStrategyOptions<MintAttempt> AfterKeyRotation() => new()
    {
        MaxRetryAttempts = 1,
        Delay = KeyRotation,
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Outcome is MintOutcome.Refused { IsInvalidToken: true }),
        OnRetry = arguments =>
        {
            const string Reason = "the index could not verify the identity token; the CI system may have rotated its keys";
            progress?.Report(new PublishProgress.Retrying("token exchange", Reason, arguments.RetryDelay, arguments.AttemptNumber + 2));
            return ValueTask.CompletedTask;
        },
    };
}
