using System.Net;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>What a refusal is explained with.</summary>
internal sealed record ExchangeContext(PackageIndex Index, string System, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>The publisher that the repository declares; null when it declares none.</summary>
    public TrustedPublisher? Publisher { get; init; }

    /// <summary>The project's name; null when it is not known yet.</summary>
    public string? Project { get; init; }

    /// <summary>The status of the refusal.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Who issued the identity token, by its own account.</summary>
    public string Issuer => FailureText.Clean(Claims.GetValueOrDefault("iss", System));

    /// <summary>What should be registered: the declared publisher, or the one that this job would need.</summary>
    public TrustedPublisher? ToRegister => Publisher ?? ClaimRules.PublisherOf(Claims);

    /// <summary>The job next to what should be registered; empty for tokens of systems without such rules.</summary>
    public IReadOnlyList<ClaimComparison> Comparison => ToRegister is { } publisher ? ClaimRules.Compare(publisher, Claims) : [];
}
