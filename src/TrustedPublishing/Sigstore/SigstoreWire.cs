using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.Sigstore;

/// <summary>A DSSE envelope, which carries its payload as base64.</summary>
internal sealed record SignedEnvelope(byte[] Payload, string PayloadType, IReadOnlyList<EnvelopeSignature> Signatures);

/// <summary>A signature (DER) over the pre-authentication encoding of an envelope.</summary>
internal sealed record EnvelopeSignature(byte[] Sig);

/// <summary>Fulcio: a request for a certificate.</summary>
internal sealed record CertificateRequestBody(CertificateCredentials Credentials, byte[] CertificateSigningRequest);

/// <summary>Fulcio: the credentials of the requester. The token is revealed where the body is written.</summary>
internal sealed record CertificateCredentials(string OidcIdentityToken);

/// <summary>Fulcio: the certificate, with an embedded certificate log timestamp.</summary>
internal sealed record CertificateAnswer(CertificateChainAnswer SignedCertificateEmbeddedSct);

/// <summary>Fulcio: the wrapper of the chain.</summary>
internal sealed record CertificateChainAnswer(PemCertificates Chain);

/// <summary>Fulcio: certificates as PEM, the leaf first.</summary>
internal sealed record PemCertificates(IReadOnlyList<string?> Certificates);

/// <summary>Rekor: an entry to be logged.</summary>
internal sealed record ProposedEntry(string ApiVersion, string Kind, ProposedSpec Spec);

/// <summary>Rekor: the wrapper of the content.</summary>
internal sealed record ProposedSpec(ProposedContent ProposedContent);

/// <summary>Rekor: the envelope as one string, and the verifiers as base64-encoded PEM.</summary>
internal sealed record ProposedContent(string Envelope, IReadOnlyList<byte[]> Verifiers);

/// <summary>Rekor: an entry in the log's response; its integers are numbers and its hashes hexadecimal.</summary>
internal sealed record RekorEntry(
    byte[] Body,
    long IntegratedTime,
    [property: JsonPropertyName("logID")] string LogId,
    long LogIndex,
    RekorVerification Verification);

/// <summary>Rekor: the proofs for an entry.</summary>
internal sealed record RekorVerification(byte[] SignedEntryTimestamp, RekorInclusionProof InclusionProof);

/// <summary>Rekor: the inclusion proof.</summary>
internal sealed record RekorInclusionProof(long LogIndex, long TreeSize, string RootHash, IReadOnlyList<string?> Hashes, string Checkpoint);

/// <summary>The part of an entry that a log stores.</summary>
internal sealed record CanonicalBody(string ApiVersion, string Kind, JsonElement Spec);
