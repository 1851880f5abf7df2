using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>One attempt: the identity token that was sent, the response, and its interpretation.</summary>
internal sealed record MintAttempt(IdentityToken Identity, HttpResponse Answer, MintOutcome Outcome);
