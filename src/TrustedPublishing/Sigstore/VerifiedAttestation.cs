namespace TrustedPublishing.Sigstore;

/// <summary>The content of a verified attestation.</summary>
/// <param name="PredicateType">The predicate type, for example <c>https://docs.pypi.org/attestations/publish/v1</c>.</param>
/// <param name="Identity">The signer.</param>
/// <param name="LoggedAt">When it was logged.</param>
internal sealed record VerifiedAttestation(string PredicateType, SigningIdentity Identity, DateTimeOffset LoggedAt);
