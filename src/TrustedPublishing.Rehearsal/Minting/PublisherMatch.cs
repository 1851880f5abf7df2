using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;
using static TrustedPublishing.Rehearsal.Minting.MintVerdict;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>
/// Turns verified claims into an API token. A pending publisher comes first and becomes a project; then exactly one publisher must match, whose
/// projects the token covers; finally the identity token is marked as used, so that it is never exchanged twice.
/// </summary>
internal sealed class PublisherMatch(RehearsalOptions options)
{
    public (MintVerdict Verdict, IndexState Next) Judge(IndexState state, Provider provider, Claims claims)
    {
        if (claims.Text("iss") is var issuer && issuer != provider.Issuer && !provider.SupportsOtherIssuers)
        {
            return (NoPublisher(new($"JWT issuer '{issuer}' does not match expected issuer '{provider.Issuer}'")), state);
        }

        bool IsUsed(string identifier) => state.UsedIdentities.TryGetValue(Key(provider, identifier), out var until) && Now < until;
        var (pending, rejection) = provider.Find(state.Publishers.Where(row => row.IsPendingAt(options.Time.GetUtcNow())), claims, IsUsed);
        if (ReferenceEquals(rejection, Rejection.Crash) || ReferenceEquals(rejection, Rejection.Reused))
        {
            return (new Crashed(), state); // the server handles a used token only in the second lookup
        }

        if (pending is not null && rejection is null)
        {
            var (refused, next) = Reify(state, pending);
            if (refused is not null)
            {
                return (refused, next);
            }

            state = next;
        }

        var (row, mismatch) = provider.Find(state.Publishers.Where(candidate => !candidate.IsPending), claims, IsUsed);
        return mismatch is null ? Mint(state, provider, claims, row!)
            : ReferenceEquals(mismatch, Rejection.Crash) ? (new Crashed(), state)
            : ReferenceEquals(mismatch, Rejection.Reused) ? (Reused, state)
            : (NoPublisher(mismatch), state);
    }

    private static Refused Reused => new("invalid-reuse-token", Rejection.Reused.Reason);

    private long Now => options.Time.GetUtcNow().ToUnixTimeSeconds();

    private (Refused?, IndexState) Reify(IndexState state, PublisherRow pending)
    {
        var without = state with { Publishers = state.Publishers.Remove(pending) };
        if (state.Project(pending.PendingProject!) is not null)
        {
            return (new("invalid-pending-publisher", "valid token, but project already exists"), without);
        }

        if (ProjectCreation.Rejection(state, pending.PendingProject!, options) is { } refusal)
        {
            return (new("invalid-payload", refusal.Text), state);
        }

        var next = ProjectCreation.Create(without, pending.PendingProject!, pending.Publisher.AddedBy, options.Time.GetUtcNow(), pending.PendingOrganization);
        return (null, Registration.Add(next, pending.Publisher, [next.Project(pending.PendingProject!)!.Id], options.Time.GetUtcNow()));
    }

    private (MintVerdict, IndexState) Mint(IndexState state, Provider provider, Claims claims, PublisherRow row)
    {
        var token = ApiTokens.ForPublisher(row, options.Time.GetUtcNow(), options.Faults.TokenLife ?? options.TokenLife);
        var next = state with { Tokens = state.Tokens.Add(token.Id, token) };
        if (claims.Text("jti") is not { Length: > 0 } identifier)
        {
            return (new Minted(token), next);
        }

        var key = Key(provider, identifier);
        var ended = state.UsedIdentities.Where(used => used.Value <= Now).Select(used => used.Key);
        return state.UsedIdentities.TryGetValue(key, out var until) && Now < until
            ? (Reused, state)
            : (new Minted(token), next with { UsedIdentities = state.UsedIdentities.RemoveRange(ended).SetItem(key, claims.Number("exp")!.Value + 35) });
    }

    private static Refused NoPublisher(Rejection rejection) => new("invalid-publisher", $"valid token, but no corresponding publisher ({rejection.Reason})");

    private static string Key(Provider provider, string identifier) => $"{provider.Issuer} {identifier}";
}
