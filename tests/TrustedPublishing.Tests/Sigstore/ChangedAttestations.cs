using System.Globalization;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>Attestations with a single change, which must make the verification fail.</summary>
internal static class ChangedAttestations
{
    public sealed record Changed(string What, string Json)
    {
        public override string ToString() => What;
    }

    /// <summary>
    /// Changes every value: a byte of base64 text, the number in a string of digits, the last character of other texts; and removes every member.
    /// </summary>
    public static IEnumerable<Changed> Of(string json)
    {
        foreach (var path in Paths(JsonNode.Parse(json)!, []).ToArray())
        {
            var name = string.Join('.', path);
            yield return new($"{name} changed", Edit(json, path, Other));
            yield return new($"{name} removed", Edit(json, path, _ => null));
        }
    }

    /// <summary>Replaces one value of an attestation.</summary>
    public static string With(string json, string path, Func<JsonNode, JsonNode?> change) => Edit(json, path.Split('.'), change);

    private static string Edit(string json, IReadOnlyList<string> path, Func<JsonNode, JsonNode?> change)
    {
        var root = JsonNode.Parse(json)!;
        var parent = path.SkipLast(1).Aggregate(root, (node, step) => node is JsonArray list ? list[Number(step)]! : node[step]!);
        if (parent is JsonArray items)
        {
            var other = change(items[Number(path[^1])]!);
            items.RemoveAt(Number(path[^1]));
            if (other is not null)
            {
                items.Insert(Number(path[^1]), other);
            }
        }
        else if (change(parent[path[^1]]!) is { } other)
        {
            parent[path[^1]] = other;
        }
        else
        {
            parent.AsObject().Remove(path[^1]);
        }

        return root.ToJsonString();
    }

    private static JsonNode Other(JsonNode value)
    {
        if (value is JsonValue number && number.TryGetValue<int>(out var integer))
        {
            return integer + 1;
        }

        var text = value.GetValue<string>();
        if (text.All(char.IsAsciiDigit))
        {
            return (long.Parse(text, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return text[..^2] + (text[^2] == 'A' ? 'B' : 'A') + text[^1];
        }

        bytes[length / 2] ^= 1;
        return Convert.ToBase64String(bytes, 0, length);
    }

    private static IEnumerable<IReadOnlyList<string>> Paths(JsonNode node, IReadOnlyList<string> path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value!, [.. path, member.Key])),
        JsonArray items => items.Index().SelectMany(item => Paths(item.Item!, [.. path, item.Index.ToString(CultureInfo.InvariantCulture)])),
        _ => [path],
    };

    private static int Number(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
