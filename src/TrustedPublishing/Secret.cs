using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustedPublishing;

/// <summary>
/// A value that must not be displayed: an identity token, an API token, a password. <see cref="ToString"/> is <c>***</c>, so records,
/// interpolated strings and exception texts are safe by construction. Searching for <c>Reveal(</c> finds every place that reads it.
/// </summary>
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>
{
    private readonly string value;

    /// <summary>Wraps <paramref name="value"/>, which must not be empty.</summary>
    /// <exception cref="ArgumentException">The value is empty or white space: an unset variable is not a secret.</exception>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        this.value = value;
    }

    /// <summary>Wraps <paramref name="value"/>, or returns null when it is null, empty or white space.</summary>
    public static Secret? From(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Secret(value);

    /// <summary>The plain value. Call this only where the value leaves the process as a credential.</summary>
    public string Reveal() => value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    internal sealed class SecretJsonConverter : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            From(reader.TokenType is JsonTokenType.String ? reader.GetString() : null)
            ?? throw new JsonException("Expected a non-empty string.");

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
