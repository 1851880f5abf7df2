using System.Text.Json;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Identity;

/// <summary>
/// An identity token with its claims. The signature is not verified: only the index can do that. The claims are used for clear error messages.
/// </summary>
internal sealed record IdentityToken(Secret Value, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>The server's tolerance for clock skew (pypi/warehouse, <c>warehouse/oidc/services.py</c>).</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    /// <summary>Validates the token immediately: a wrong audience should cause a clear error here, not an obscure one from the index.</summary>
    /// <exception cref="PublishException">It is not an identity token for this audience, or it has expired.</exception>
    public static IdentityToken Read(Secret token, string audience, CiSystem system, DateTimeOffset now)
    {
        using var json = JsonWebToken.Payload(token.Reveal()) ?? throw IdentityFailures.NotAnIdentityToken(system.Name, system.Source, "it is not a JSON Web Token");
        var problem = AudienceProblem(json.RootElement, audience) ?? ExpiryProblem(json.RootElement, now);
        return problem is null
            ? new(token, JsonWebToken.Displayed(json.RootElement))
            : throw IdentityFailures.NotAnIdentityToken(system.Name, system.Source, problem);
    }

    /// <summary>PyPI rejects lists, even with a single audience.</summary>
    private static string? AudienceProblem(JsonElement claims, string audience) =>
        !claims.TryGetProperty("aud", out var actual) ? "it names no audience"
        : actual.ValueKind is not JsonValueKind.String ? $"its audience is {FailureText.Quote(actual.GetRawText())}, not the one string {FailureText.Quote(audience)}"
        : actual.ValueEquals(audience) ? null
        : $"its audience is {FailureText.Quote(actual.GetString())}, but {FailureText.Quote(audience)} was requested";

    private static string? ExpiryProblem(JsonElement claims, DateTimeOffset now)
    {
        if (!claims.TryGetProperty("exp", out var expiry) || expiry.ValueKind is not JsonValueKind.Number || !expiry.TryGetDouble(out var seconds))
        {
            return "it has no expiry time";
        }

        var late = (now - Leeway - DateTimeOffset.UnixEpoch).TotalSeconds - seconds;
        return late < 0 ? null : $"it expired {late + Leeway.TotalSeconds:0} seconds ago by this machine's clock";
    }
}
