using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Tests;

/// <summary>A completely received response.</summary>
internal sealed record Reply(int Status, string? Reason, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, response.ReasonPhrase, headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The only error of a rejected exchange, as <c>code: description</c>.</summary>
    public string MintError() => Json["errors"]!.AsArray() is [{ } error] ? $"{error["code"]}: {error["description"]}" : Body;

    public override string ToString() => $"{Status} {Reason}\n{Body}";

}
