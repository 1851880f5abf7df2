using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>JSON that leaves the process, without secrets. Everything but ASCII is escaped, and so are number signs: somebody may print the file in a job.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(Ascii()) };

    public static string Serialize(JsonObject json) => Clean(json)!.ToJsonString(Indented) + "\n";

    private static JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(BuildLog.Secrets.Redact(member.Key), Clean(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Clean)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => BuildLog.Secrets.Redact(value.GetValue<string>()),
        null => null,
        _ => node.DeepClone(),
    };

    private static TextEncoderSettings Ascii()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        settings.ForbidCharacters('#');
        return settings;
    }
}
