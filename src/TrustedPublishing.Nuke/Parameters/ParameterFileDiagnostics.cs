using System.Text.Json;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Finds invalid parameters files. Names in these are case-sensitive, and secrets are encrypted.</summary>
internal static class ParameterFileDiagnostics
{
    public static readonly JsonDocumentOptions AsNukeReadsIt = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, string root, string file, string content)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(content, AsNukeReadsIt);
        }
        catch (JsonException exception)
        {
            return [$"{file} is not JSON (line {exception.LineNumber + 1})."];
        }

        using (json)
        {
            return json.RootElement.ValueKind is not JsonValueKind.Object ? [$"{file} is not a JSON object."]
                : [.. json.RootElement.EnumerateObject().Select(property => CheckProperty(parameters, root, file, property)).OfType<string>()];
        }
    }

    private static string? CheckProperty(IReadOnlyList<KnownParameter> parameters, string root, string file, JsonProperty property)
    {
        if (parameters.FirstOrDefault(candidate => candidate.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)) is not { } parameter)
        {
            return null;
        }

        if (parameter.Name != property.Name)
        {
            return $"{file} contains {property.Name}, which NUKE ignores: write {parameter.Name}.";
        }

        var written = $"{property.Name} in {file}";
        var value = property.Value;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when parameter.IsSecret => value.GetString()!.StartsWith("v1:", StringComparison.Ordinal) ? null : $"{written} is not encrypted: write it with 'nuke :secrets', or use the variable {parameter.Variable}.",
            JsonValueKind.String when parameter.Kind is not ParameterKind.Texts => ParameterDiagnostics.OfValue(parameter, written, value.GetString()!, root),
            JsonValueKind.Array when parameter.Kind is ParameterKind.Texts && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) =>
                value.EnumerateArray().Select(item => ParameterDiagnostics.OfValue(parameter, written, item.GetString()!, root)).FirstOrDefault(complaint => complaint is not null),
            JsonValueKind.Number when parameter.Kind is ParameterKind.Number && value.TryGetInt32(out _) => ParameterDiagnostics.OfValue(parameter, written, value.GetRawText(), root),
            JsonValueKind.True or JsonValueKind.False when parameter.Kind is ParameterKind.Flag => null,
            _ => $"{written} must be {Wanted(parameter.Kind)}.",
        };
    }

    private static string Wanted(ParameterKind kind) => kind switch
    {
        ParameterKind.Texts => "a list of texts",
        ParameterKind.Number => "a whole number",
        ParameterKind.Flag => "true or false",
        _ => "a text",
    };
}
