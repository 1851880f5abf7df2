using System.Globalization;
using System.Text.Json;
using TrustedPublishing.Distributions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Index;

/// <summary>
/// Parses a project's page of the Simple API in JSON (PEP 691, 700, 714, 740, 792). Only a file's name and URL are required: an entry without
/// them is skipped, and any other member of the wrong type counts as absent.
/// </summary>
internal static class SimpleJson
{
    /// <summary>More than any project has; the limit is enforced during parsing.</summary>
    public const int MostFiles = 50_000;

    private const int LargestValue = 64 << 10;

    /// <summary>Not allowed in JSON, but some frameworks write it.</summary>
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="FormatException">It is not a JSON page of the Simple API, has a later major version, or has more entries than any project
    /// has.</exception>
    public static IndexProject Read(ReadOnlyMemory<byte> body, Uri page, string project)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span.StartsWith(ByteOrderMark) ? body.Span[3..] : body.Span);
            return Read(ref reader, page, project) ?? throw new FormatException("the JSON has no list 'files'");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("the JSON cannot be read", exception);
        }
    }

    private static IndexProject? Read(ref Utf8JsonReader reader, Uri page, string project)
    {
        List<IndexFile>? files = null;
        var members = new Dictionary<string, JsonElement>();
        var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueTextEquals("files") ? "files" : reader.ValueTextEquals("meta") ? "meta" : reader.ValueTextEquals("name") ? "name" : reader.ValueTextEquals("project-status") ? "project-status" : "";
            reader.Read();
            if (name == "files")
            {
                files = Files(ref reader, page);
            }
            else
            {
                members[name] = Value(ref reader);
            }
        }

        _ = isObject && reader.Read(); // anything after the object makes the document invalid
        var version = Text(members.GetValueOrDefault("meta"), "api-version") ?? "1.0";
        return !version.StartsWith("1.", StringComparison.Ordinal) ? throw new FormatException($"it is version {version} of the Simple API, and only version 1 is understood")
            : files is null ? null
            : new()
            {
                Name = ProjectName.Normalize(Text(members.GetValueOrDefault("name")) ?? project),
                Status = Text(members.GetValueOrDefault("project-status"), "status"),
                Files = files,
            };
    }

    private static List<IndexFile>? Files(ref Utf8JsonReader reader, Uri page)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var (files, entries) = (new List<IndexFile>(), 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (++entries > MostFiles)
            {
                throw new FormatException($"it lists more than {MostFiles} files");
            }

            if (File(Value(ref reader), page) is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <summary>The value that starts here; a value larger than any in the protocol counts as absent.</summary>
    private static JsonElement Value(ref Utf8JsonReader reader)
    {
        var end = reader;
        end.Skip();
        if (end.BytesConsumed - reader.TokenStartIndex > LargestValue)
        {
            reader = end;
            return default;
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.Clone();
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

    private static string? Text(JsonElement element, string name) => Text(Member(element, name));

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Uri? Address(Uri page, string? text) => ForeignUri.From(page, text);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
