using System.Text.Json;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The body of an exchange: a JSON object with a string <c>token</c>, whatever its content type.</summary>
internal static class MintPayload
{
    /// <summary>The problem, in several lines in the words of the server's schema validation; null if there is none.</summary>
    public static string? Complaint(ReadOnlySpan<byte> body, out string token)
    {
        token = "";
        JsonElement value;
        try
        {
            var reader = new Utf8JsonReader(body);
            value = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                return Text("", "Invalid JSON: trailing characters", "json_invalid");
            }
        }
        catch (JsonException)
        {
            return NotJson;
        }

        try
        {
            return Complaint(value, out token);
        }
        catch (InvalidOperationException)
        {
            return NotJson; // a lone surrogate in a string
        }
    }

    private static string NotJson => Text("", "Invalid JSON: the text cannot be read as JSON", "json_invalid");

    private static string? Complaint(JsonElement value, out string token)
    {
        token = "";
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return Text("", "Input should be an object", "model_type");
        }

        if (!value.TryGetProperty("token", out var member))
        {
            return Text("token\n", "Field required", "missing");
        }

        token = member.ValueKind is JsonValueKind.String ? member.GetString()! : "";
        return member.ValueKind is JsonValueKind.String ? null : Text("token\n", "Input should be a valid string", "string_type");
    }

    private static string Text(string field, string complaint, string type) =>
        $"1 validation error for TokenPayload\n{field}  {complaint} [type={type}]\n    For further information visit https://errors.pydantic.dev/2/v/{type}";
}
