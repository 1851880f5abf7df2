using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>The CI system whose identity token the index took, and what that token said.</summary>
internal sealed record ExchangedIdentity(CiSystem System, IReadOnlyDictionary<string, string> Claims);
