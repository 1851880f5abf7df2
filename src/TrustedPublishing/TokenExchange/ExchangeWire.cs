using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.TokenExchange;

/// <summary>The answer to the question for the audience.</summary>
internal sealed record AudienceAnswer([property: JsonPropertyName("audience")] string Audience);

/// <summary>The answer of a successful exchange. <c>expires</c> is informational and came in 2025: any other kind of value counts as absent.</summary>
internal sealed record MintAnswer([property: JsonPropertyName("token")] Secret Token)
{
    [JsonPropertyName("expires")]
    public JsonElement Expires { get; init; }
}

/// <summary>The answer of a refused exchange, and of an index that has trusted publishing switched off.</summary>
internal sealed record RefusalAnswer
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("errors")]
    public IReadOnlyList<ExchangeRejection?>? Errors { get; init; }
}

/// <summary>One reason of a refusal: a stable code and a text.</summary>
internal sealed record ExchangeRejection(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("description")] string? Description = null);

/// <summary>Strict about what is needed: only <c>audience</c>, <c>token</c> and <c>code</c>.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AudienceAnswer))]
[JsonSerializable(typeof(MintAnswer))]
[JsonSerializable(typeof(RefusalAnswer))]
internal sealed partial class ExchangeJson : JsonSerializerContext;
