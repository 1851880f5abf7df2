using System.Globalization;
using System.Text.Json;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Index;

/// <summary>
/// Reads a project's page of the Simple API in JSON (PEP 691, 700, 714, 740, 792). Tolerant of every member but name and address of a file:
/// an entry that has none is passed over, a member of another type counts as absent.
/// </summary>
internal static class SimpleJson
{
    /// <exception cref="FormatException">Not the JSON of a Simple page, or of a later major version.</exception>
    public static IndexProject Read(ReadOnlyMemory<byte> body, Uri page, string project)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array)
            {
                throw new FormatException("the JSON has no list 'files'");
            }

            var version = Text(Member(root, "meta"), "api-version") ?? "1.0";
            return version.StartsWith("1.", StringComparison.Ordinal)
                ? new()
                {
                    Name = ProjectName.Normalize(Text(root, "name") ?? project),
                    Status = Text(Member(root, "project-status"), "status"),
                    Files = [.. files.EnumerateArray().Select(file => File(file, page)).OfType<IndexFile>()],
                }
                : throw new FormatException($"it is version {FailureText.Clean(version)} of the Simple API, and only version 1 is understood");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("the JSON cannot be read", exception);
        }
    }

    private static IndexFile? File(JsonElement file, Uri page) =>
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

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static Uri? Address(Uri page, string? text) => text is { Length: > 0 } && Uri.TryCreate(page, text, out var url) ? url : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
