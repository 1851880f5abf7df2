using System.Text.Json.Serialization;

namespace TrustedPublishing.Identity;

/// <summary>GitHub's answer to a request for an identity token.</summary>
internal sealed record GitHubTokenAnswer([property: JsonPropertyName("value")] Secret Value);

/// <summary>The answer of Google Cloud's metadata server to a request for an access token.</summary>
internal sealed record GoogleAccessAnswer([property: JsonPropertyName("access_token")] Secret AccessToken);

/// <summary>Google Cloud's request for the identity token of a service account.</summary>
internal sealed record GoogleIdentityRequest(
    [property: JsonPropertyName("audience")] string Audience,
    [property: JsonPropertyName("includeEmail")] bool IncludeEmail);

/// <summary>Google Cloud's answer to <see cref="GoogleIdentityRequest"/>.</summary>
internal sealed record GoogleIdentityAnswer([property: JsonPropertyName("token")] Secret Token);

/// <summary>CircleCI's claims parameter.</summary>
internal sealed record CircleCiClaims([property: JsonPropertyName("aud")] string Audience);

/// <summary>Strict: what is missing, null or of another kind is an error of the reader, not a null somewhere later.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GitHubTokenAnswer))]
[JsonSerializable(typeof(GoogleAccessAnswer))]
[JsonSerializable(typeof(GoogleIdentityRequest))]
[JsonSerializable(typeof(GoogleIdentityAnswer))]
[JsonSerializable(typeof(CircleCiClaims))]
internal sealed partial class IdentityJson : JsonSerializerContext;
