using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// All JSON of attestations and Sigstore's services. Strict: a required member that is missing, null, duplicated or of the wrong type fails during
/// parsing; list elements may be null, as the records declare. 64-bit integers of log entries are strings, as in protobuf JSON.
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

    /// <summary>
    /// Like the default, but without escaping base64 and names: the default escapes <c>+</c>, which matters where the bytes are hashed.
    /// </summary>
    public static ProvenanceJson Plain => LazyPlain.Value;

    private static ProvenanceJson CreatePlain() => new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
