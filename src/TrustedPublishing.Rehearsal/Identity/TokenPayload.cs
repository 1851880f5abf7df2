using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>The payload of an identity token.</summary>
internal static class TokenPayload
{
    /// <summary>The claims as JSON, with the standard claims added unless they are given; null removes a claim.</summary>
    public static string Json(IReadOnlyDictionary<string, object?> claims, string audience, DateTimeOffset now, TimeSpan life)
    {
        Dictionary<string, object?> always = new()
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["aud"] = audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + life).ToUnixTimeSeconds(),
        };
        var all = JobClaims.Replaced(always, claims).Where(claim => claim.Value is not null).Select(claim => KeyValuePair.Create(claim.Key, Node(claim.Value)));
        return new JsonObject(all).ToJsonString();
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        IEnumerable<string> texts => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
        _ => throw new ArgumentException($"A claim cannot have the type {value.GetType().Name}.", nameof(value)),
    };
}
