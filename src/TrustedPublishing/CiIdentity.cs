using System.Text;
using TrustedPublishing.Http;
using TrustedPublishing.Identity;
using TrustedPublishing.Output;

namespace TrustedPublishing;

/// <summary>What a CI job's identity token says about the job. The token itself is not kept, and its signature is not verified: only the index can do that.</summary>
internal sealed class CiIdentity
{
    private CiIdentity(IReadOnlyDictionary<string, string> claims) => Claims = claims;

    /// <summary>The claims in the token's order. Values other than strings are shown as JSON; null claims are omitted.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; }

    /// <summary>
    /// Requests an identity token from the CI system, as a release does, and decodes it. Returns null outside CI. The token is not exchanged.
    /// </summary>
    /// <param name="options">The environment, the clock, proxies and <see cref="PublishOptions.OnSecret"/>.</param>
    /// <param name="audience">The audience of the token: <c>pypi</c> or <c>testpypi</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PublishException"><see cref="PublishFailure.IdentityPermissionMissing"/>, <see cref="PublishFailure.ForkPullRequest"/>,
    /// <see cref="PublishFailure.IdentityUnavailable"/> or <see cref="PublishFailure.IdentityProviderNotAccepted"/>: the CI system issues no usable token.</exception>
    public static async Task<CiIdentity?> DetectAsync(PublishOptions options, string audience, CancellationToken cancellationToken = default)
    {
        var secrets = new SecretRedaction();
        var told = options with
        {
            OnSecret = secret =>
            {
                secrets.Add(secret);
                options.OnSecret?.Invoke(secret);
            },
        };
        using var http = HttpClients.CreateClient(told.Network);
        try
        {
            var token = IdentityDetector.DetectFor(told.Index, told.Job, http) is { } system ? await system.IdentifyAsync(audience, progress: null, cancellationToken) : null;
            return token is null ? null : new(token.Claims);
        }
        catch (PublishException failure) when (secrets.Redact(failure) is var shown && shown != failure)
        {
            throw shown;
        }
    }

    /// <summary>
    /// Compares claims with a publisher according to PyPI's rules, most likely causes first
    /// (<see href="https://docs.pypi.org/trusted-publishers/internals/"/>; pypi/warehouse, <c>warehouse/oidc/models</c>).
    /// </summary>
    public static IReadOnlyList<ClaimComparison> Compare(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims) =>
        ClaimRules.Compare(publisher, claims);

    /// <summary>Reads saved claims: a JSON object or an identity token.</summary>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static CiIdentity FromJson(string text)
    {
        var trimmed = text.Trim('\uFEFF', ' ', '\t', '\r', '\n');
        using var json = trimmed.StartsWith('{') ? JsonWebToken.ObjectOf(Encoding.UTF8.GetBytes(trimmed)) : JsonWebToken.Payload(trimmed);
        if (json is null)
        {
            throw IdentityFailures.ClaimsUnreadable();
        }

        return new(JsonWebToken.Displayed(json.RootElement));
    }
}
