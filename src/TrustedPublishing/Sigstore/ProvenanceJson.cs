using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// All JSON of attestations and Sigstore's services. Strict: a member that is needed and missing, null, doubled or of another kind is an error
/// of the reader; elements of lists may be null, which the records say. 64-bit integers of log entries are strings, as protobuf writes them.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, Converters = [typeof(Base64Converter)])]
[JsonSerializable(typeof(AttestationObject))]
[JsonSerializable(typeof(ProvenanceObject))]
[JsonSerializable(typeof(SignedEnvelope))]
[JsonSerializable(typeof(CertificateRequestBody))]
[JsonSerializable(typeof(CertificateAnswer))]
[JsonSerializable(typeof(ProposedEntry))]
[JsonSerializable(typeof(Dictionary<string, RekorEntry?>))]
[JsonSerializable(typeof(CanonicalBody))]
[JsonSerializable(typeof(TrustedRootObject))]
internal sealed partial class ProvenanceJson : JsonSerializerContext
{
    private static readonly Lazy<ProvenanceJson> LazyPlain = new(CreatePlain);

    /// <summary>As the default, but base64 and names are written as they are: the default escapes <c>+</c>, which matters where bytes are hashed.</summary>
    public static ProvenanceJson Plain => LazyPlain.Value;

    private static ProvenanceJson CreatePlain() => new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
