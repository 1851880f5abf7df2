namespace TrustedPublishing.Sigstore;

/// <summary>What a verified attestation says.</summary>
/// <param name="PredicateType">Its kind, for example <c>https://docs.pypi.org/attestations/publish/v1</c>.</param>
/// <param name="Identity">Who signed.</param>
/// <param name="LoggedAt">When it was logged.</param>
internal sealed record VerifiedAttestation(string PredicateType, SigningIdentity Identity, DateTimeOffset LoggedAt);
