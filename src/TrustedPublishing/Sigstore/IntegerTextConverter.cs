using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.Sigstore;

/// <summary>A non-negative 64-bit integer as a string of digits (protobuf JSON).</summary>
internal sealed class IntegerTextConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException("Expected a string of digits.");

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
