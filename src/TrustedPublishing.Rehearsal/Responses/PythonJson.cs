using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>JSON as written by Python's <c>json.dumps</c>: ASCII only, with or without a space after separators.</summary>
internal static class PythonJson
{
    /// <summary>Python's default: with spaces, and members in their original order.</summary>
    public static string Spaced(JsonNode? node) => Write(new(), node, isCompact: false).ToString();

    /// <summary>The format of the server's own documents: without spaces, and with sorted members.</summary>
    public static string Compact(JsonNode? node) => Write(new(), node, isCompact: true).ToString();

    private static StringBuilder Write(StringBuilder to, JsonNode? node, bool isCompact) => node switch
    {
        null => to.Append("null"),
        JsonObject members => Members(to, members, isCompact),
        JsonArray items => Items(to, items, isCompact),
        _ when node.GetValueKind() == JsonValueKind.String => Quoted(to, node.GetValue<string>()),
        _ => to.Append(node.ToJsonString()),
    };

    private static StringBuilder Members(StringBuilder to, JsonObject members, bool isCompact)
    {
        to.Append('{');
        var ordered = isCompact ? members.OrderBy(member => member.Key, StringComparer.Ordinal) : members.AsEnumerable();
        foreach (var (index, (name, value)) in ordered.Index())
        {
            to.Append(index == 0 ? "" : isCompact ? "," : ", ");
            Quoted(to, name).Append(isCompact ? ":" : ": ");
            Write(to, value, isCompact);
        }

        return to.Append('}');
    }

    private static StringBuilder Items(StringBuilder to, JsonArray items, bool isCompact)
    {
        to.Append('[');
        foreach (var (index, value) in items.Index())
        {
            Write(to.Append(index == 0 ? "" : isCompact ? "," : ", "), value, isCompact);
        }

        return to.Append(']');
    }

    private static StringBuilder Quoted(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var character in text)
        {
            to = character switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                '\b' => to.Append("\\b"),
                '\f' => to.Append("\\f"),
                < ' ' or > '~' => to.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => to.Append(character),
            };
        }

        return to.Append('"');
    }
}
