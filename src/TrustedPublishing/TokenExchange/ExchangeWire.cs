using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.TokenExchange;

/// <summary>The response to the audience request.</summary>
internal sealed record AudienceAnswer([property: JsonPropertyName("audience")] string Audience);

/// <summary>
/// The response of a successful exchange. <c>expires</c> is informational and was added in 2025: a value of another type counts as absent.
/// </summary>
internal sealed record MintAnswer([property: JsonPropertyName("token")] Secret Token)
{
    [JsonPropertyName("expires")]
    public JsonElement Expires { get; init; }
}

/// <summary>The response of a rejected exchange, and of an index that has disabled trusted publishing.</summary>
internal sealed record RefusalAnswer
{
    [JsonPropertyName("errors")]
    public IReadOnlyList<ExchangeRejection?>? Errors { get; init; }
}

/// <summary>One reason for a rejection: a stable code and a text.</summary>
internal sealed record ExchangeRejection(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("description")] string? Description = null);

/// <summary>Strict about required members only: <c>audience</c>, <c>token</c> and <c>code</c>.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AudienceAnswer))]
[JsonSerializable(typeof(MintAnswer))]
[JsonSerializable(typeof(RefusalAnswer))]
internal sealed partial class ExchangeJson : JsonSerializerContext;
