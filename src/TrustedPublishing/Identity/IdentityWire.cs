using System.Text.Json.Serialization;

namespace TrustedPublishing.Identity;

/// <summary>GitHub's response to a request for an identity token.</summary>
internal sealed record GitHubTokenAnswer([property: JsonPropertyName("value")] Secret Value);

/// <summary>The response of Google Cloud's metadata server to a request for an access token.</summary>
internal sealed record GoogleAccessAnswer([property: JsonPropertyName("access_token")] Secret AccessToken);

/// <summary>Google Cloud's request for the identity token of a service account.</summary>
internal sealed record GoogleIdentityRequest(
    [property: JsonPropertyName("audience")] string Audience,
    [property: JsonPropertyName("includeEmail")] bool IncludeEmail);

/// <summary>Google Cloud's response to <see cref="GoogleIdentityRequest"/>.</summary>
internal sealed record GoogleIdentityAnswer([property: JsonPropertyName("token")] Secret Token);

/// <summary>CircleCI's claims parameter.</summary>
internal sealed record CircleCiClaims([property: JsonPropertyName("aud")] string Audience);

/// <summary>Strict: a missing or null member, or one of the wrong type, fails during parsing instead of becoming a null later.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GitHubTokenAnswer))]
[JsonSerializable(typeof(GoogleAccessAnswer))]
[JsonSerializable(typeof(GoogleIdentityRequest))]
[JsonSerializable(typeof(GoogleIdentityAnswer))]
[JsonSerializable(typeof(CircleCiClaims))]
internal sealed partial class IdentityJson : JsonSerializerContext;
