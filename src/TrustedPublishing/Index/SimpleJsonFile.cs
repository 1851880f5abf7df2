using System.Globalization;
using System.Text.Json;
using TrustedPublishing.Output;

namespace TrustedPublishing.Index;

/// <summary>Reads one file of a project's page in JSON.</summary>
internal static class SimpleJsonFile
{
    /// <summary>Null if the entry has no name or no usable URL.</summary>
    public static IndexFile? Read(JsonElement file, Uri page) =>
        Text(file, "filename") is { Length: > 0 } name && Address(page, Text(file, "url")) is { } url
            ? new()
            {
                FileName = name,
                Url = url,
                Sha256 = HexDigest.Sha256(Text(Member(file, "hashes"), "sha256")),
                Md5 = HexDigest.Md5(Text(Member(file, "hashes"), "md5")),
                Size = Member(file, "size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) && bytes >= 0 ? bytes : null,
                RequiresPython = Text(file, "requires-python"),
                UploadTime = Time(Text(file, "upload-time")),
                Yanked = Member(file, "yanked").ValueKind is JsonValueKind.True or JsonValueKind.String,
                Provenance = Address(page, Text(file, "provenance")),
            }
            : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(JsonElement element, string name) => Text(Member(element, name));

    public static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Uri? Address(Uri page, string? text) => ForeignUri.From(page, text);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
