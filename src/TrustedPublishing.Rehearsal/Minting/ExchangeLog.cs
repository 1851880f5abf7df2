using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>Records the result of each exchange with the claims of the identity token, but never the token itself.</summary>
internal sealed class ExchangeLog(TimeProvider time)
{
    private const int Most = 200;
    private const int MostPublishers = 20;

    private readonly Lock gate = new();
    private readonly Queue<Exchange> exchanges = [];

    /// <summary>The latest exchanges, in order.</summary>
    public IReadOnlyList<Exchange> All
    {
        get
        {
            lock (gate)
            {
                return [.. exchanges];
            }
        }
    }

    /// <summary>Records a verdict and, for a rejection, a comparison of the identity with each registered publisher.</summary>
    public void Note(IndexState state, ReadOnlySpan<byte> body, MintVerdict verdict)
    {
        var token = MintPayload.Complaint(body, out var text) is null ? UnverifiedToken.Parse(text) : null;
        var claims = token is null ? null : new Claims(token.Payload);
        var refused = verdict as MintVerdict.Refused;
        var exchange = new Exchange(time.GetUtcNow(), claims is null ? "unreadable" : Identity(claims),
            verdict is MintVerdict.Minted ? null : refused is null ? "The server fails on these claims (500)." : $"{refused.Code}: {refused.Description}",
            verdict is MintVerdict.Minted || claims is null ? [] : [.. state.Publishers.Take(MostPublishers).Select(row => Compared(row, claims)).OrderBy(row => row.Claims.Count(claim => !claim.Fits))]);
        lock (gate)
        {
            exchanges.Enqueue(exchange);
            _ = exchanges.Count > Most && exchanges.TryDequeue(out _);
        }
    }

    private static ComparedPublisher Compared(PublisherRow row, Claims claims)
    {
        var provider = MintJudge.ProviderFor(row.Publisher);
        var issuer = row.Publisher is RehearsalPublisher.GitLab gitlab ? gitlab.Issuer : provider.Issuer;
        return claims.Text("iss") == issuer
            ? new(row.Publisher, [.. provider.Explain(row.Publisher, claims)])
            : new(row.Publisher, [ComparedClaim.Exact(claims, "iss", issuer)]);
    }

    private static string Identity(Claims claims) =>
        claims.Shown("job_workflow_ref") ?? claims.Shown("ci_config_ref_uri") ?? claims.Shown("email") ?? claims.Shown("sub") ?? claims.Shown("iss") ?? "without a subject";
}
