using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>The CI system whose identity token the index accepted, and the token's claims.</summary>
internal sealed record ExchangedIdentity(CiSystem System, IReadOnlyDictionary<string, string> Claims);
