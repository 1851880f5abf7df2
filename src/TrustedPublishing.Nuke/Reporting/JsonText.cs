using System.Text.Json;
using System.Text.Json.Nodes;
using TrustedPublishing.Output;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>JSON that leaves the process, without secrets.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = AsciiJson.Encoder };

    public static string Serialize(JsonObject json) => Clean(json)!.ToJsonString(Indented) + "\n";

    private static JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(BuildLog.Secrets.Redact(member.Key), Clean(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Clean)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => BuildLog.Secrets.Redact(value.GetValue<string>()),
        null => null,
        _ => node.DeepClone(),
    };
}
