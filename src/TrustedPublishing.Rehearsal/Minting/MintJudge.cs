using System.Text.Json;
using TrustedPublishing.Rehearsal.State;
using static TrustedPublishing.Rehearsal.Minting.MintVerdict;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The checks of an exchange that do not depend on the index's state: payload, issuer, signature.</summary>
internal sealed class MintJudge(RehearsalOptions options, TokenVerifier verifier, PublisherMatch match)
{
    private static readonly Provider[] Providers = [new GitHubProvider(), new GitLabProvider(), new GoogleProvider(), new ActiveStateProvider()];

    /// <summary>The provider of a registered publisher.</summary>
    public static Provider ProviderFor(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub => Providers[0],
        RehearsalPublisher.GitLab => Providers[1],
        RehearsalPublisher.Google => Providers[2],
        _ => Providers[3],
    };

    /// <summary>The verdict and the resulting state, which rejections can change as well.</summary>
    public (MintVerdict Verdict, IndexState Next) Judge(IndexState state, ReadOnlySpan<byte> body)
    {
        if (MintPayload.Complaint(body, out var text) is { } complaint)
        {
            return (new Refused("invalid-payload", complaint), state);
        }

        if (UnverifiedToken.Parse(text) is not { } token || token.Payload["iss"] is not { } issuer)
        {
            return (new Refused("invalid-payload", "malformed JWT"), state);
        }

        if (issuer.GetValueKind() is not JsonValueKind.String)
        {
            return (new Crashed(), state);
        }

        return OfIssuer(state, issuer.GetValue<string>()) is { } provider
            ? Verified(state, token, provider, issuer.GetValue<string>())
            : (new Refused("invalid-payload", "unknown trusted publishing issuer"), state);
    }

    private (MintVerdict, IndexState) Verified(IndexState state, UnverifiedToken token, Provider provider, string issuer) =>
        !IsEnabled(provider, issuer) ? (new Refused("not-enabled", $"{provider.Name} trusted publishing functionality not enabled"), state)
        : !verifier.IsValid(token, issuer) ? (new Refused("invalid-token", "malformed or invalid token"), state)
        : match.Judge(state, provider, new Claims(token.Payload));

    /// <summary>A provider's own issuer can be disabled individually, an organisation's only together with everything.</summary>
    private bool IsEnabled(Provider provider, string issuer) =>
        options.OffersTrustedPublishing && (issuer != provider.Issuer || !options.DisabledProviders.Contains(provider.Name));

    private Provider? OfIssuer(IndexState state, string issuer) =>
        Array.Find(Providers, provider => provider.Issuer == issuer)
        ?? Array.Find(Providers, provider => options.OrganizationIssuers.GetValueOrDefault(issuer) == provider.Name)
        ?? (state.Publishers.Any(row => row.Publisher is RehearsalPublisher.GitLab gitlab && gitlab.Issuer == issuer) ? Providers[1] : null);
}
