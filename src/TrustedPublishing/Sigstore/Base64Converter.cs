using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing.Sigstore;

/// <summary>Bytes as standard base64, padded and without line breaks; anything else is rejected.</summary>
internal sealed class Base64Converter : JsonConverter<byte[]>
{
    public override bool HandleNull => true;

    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException("Expected base64.");
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : throw new JsonException("Expected base64.");
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Convert.ToBase64String(value));
}
