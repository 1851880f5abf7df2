using System.Text.Json;
using TrustedPublishing.Distributions;

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
        var version = SimpleJsonFile.Text(members.GetValueOrDefault("meta"), "api-version") ?? "1.0";
        return !version.StartsWith("1.", StringComparison.Ordinal) ? throw new FormatException($"it is version {version} of the Simple API, and only version 1 is understood")
            : files is null ? null
            : new()
            {
                Name = ProjectName.Normalize(SimpleJsonFile.Text(members.GetValueOrDefault("name")) ?? project),
                Status = SimpleJsonFile.Text(members.GetValueOrDefault("project-status"), "status"),
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

            if (SimpleJsonFile.Read(Value(ref reader), page) is { } file)
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
}
