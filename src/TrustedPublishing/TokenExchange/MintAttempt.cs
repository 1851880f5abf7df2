using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>One try: the identity it was made with, what came back, and what that means.</summary>
internal sealed record MintAttempt(IdentityToken Identity, HttpResponse Answer, MintOutcome Outcome);
