using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TrustedPublishing.Http;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// Builds the three requests of the exchange and parses their responses, without network access
/// (<see href="https://docs.pypi.org/trusted-publishers/using-a-publisher/"/>; pypi/warehouse, <c>warehouse/oidc/views.py</c>).
/// </summary>
internal static class ExchangeProtocol
{
    public static HttpRequestMessage AudienceRequest(PackageIndex index)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, index.AudienceUrl);
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    public static HttpRequestMessage MintRequest(PackageIndex index, Secret identityToken) => WithToken(index.MintUrl, identityToken);

    /// <summary>Since August 2026 (pypi/warehouse pull request 20197); the response is 202 for any token.</summary>
    public static HttpRequestMessage BurnRequest(PackageIndex index, Secret apiToken) => WithToken(index.BurnUrl, apiToken);

    /// <summary>The audience, or null if the response contains none.</summary>
    public static string? ReadAudience(HttpResponse answer) =>
        answer.Status is HttpStatusCode.OK && Read(answer, ExchangeJson.Default.AudienceAnswer)?.Audience is { } audience && !string.IsNullOrWhiteSpace(audience) ? audience : null;

    public static MintOutcome ReadMint(HttpResponse answer, DateTimeOffset now)
    {
        if (answer.Status is HttpStatusCode.OK && Read(answer, ExchangeJson.Default.MintAnswer) is { } minted)
        {
            return new MintOutcome.Minted(new(minted.Token, Expiry(minted.Expires, now), now));
        }

        // PyPI rejects only with 422. Compatible indexes use other statuses with the same body.
        return answer.Status is { } status && (int)status is >= 400 and < 500 && Refusals(answer) is { Count: > 0 } refusals
            ? new MintOutcome.Refused(refusals)
            : new MintOutcome.Unusable();
    }

    private static List<ExchangeRejection>? Refusals(HttpResponse answer) =>
        Read(answer, ExchangeJson.Default.RefusalAnswer)?.Errors?.OfType<ExchangeRejection>().ToList();

    /// <summary>An expiry that is already past right after the exchange only shows that the clocks differ; the index then decides.</summary>
    private static DateTimeOffset? Expiry(JsonElement expires, DateTimeOffset now) =>
        expires.ValueKind is JsonValueKind.Number && expires.TryGetInt64(out var seconds)
            && seconds > now.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Writes the body directly as bytes, so that the token is never part of a string.</summary>
    private static HttpRequestMessage WithToken(Uri url, Secret token)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("token", token.Reveal());
            json.WriteEndObject();
        }

        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private static T? Read<T>(HttpResponse answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
