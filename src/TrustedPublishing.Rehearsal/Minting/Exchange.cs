namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The result of one exchange.</summary>
/// <param name="At">The time.</param>
/// <param name="Identity">The identity that the token claims.</param>
/// <param name="Refusal">Why it was rejected; null if it was accepted.</param>
/// <param name="Publishers">A comparison with the registered publishers, closest first; empty if it was accepted or could not be parsed.</param>
internal sealed record Exchange(DateTimeOffset At, string Identity, string? Refusal, IReadOnlyList<ComparedPublisher> Publishers);

/// <summary>A registered publisher compared with an identity.</summary>
internal sealed record ComparedPublisher(RehearsalPublisher Publisher, IReadOnlyList<ComparedClaim> Claims);
