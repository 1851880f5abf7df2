using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Where a value comes from that the command line does not have. Messages name parameters as on the command line.</summary>
internal static class ParameterOrigin
{
    /// <summary>A line for each parameter that a message names and another source gives.</summary>
    public static IEnumerable<string> Explain(IReadOnlyList<KnownParameter> parameters, ParameterSources sources, string message) =>
        from parameter in parameters
        where Regex.IsMatch(message, $"{Regex.Escape(parameter.Option)}(?![a-z-])") && !IsOnCommandLine(parameter, sources)
        let origin = Find(parameter, sources)
        where origin is not null
        select $"{parameter.Option} comes from {origin}.";

    private static bool IsOnCommandLine(KnownParameter parameter, ParameterSources sources) =>
        sources.Arguments.Any(argument => argument.StartsWith('-') && argument.Replace("-", "", StringComparison.Ordinal).Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));

    private static string? Find(KnownParameter parameter, ParameterSources sources) =>
        VariableDiagnostics.Giving(parameter, sources.Environment) is { } variable ? $"the variable {variable}"
        : sources.Files.LastOrDefault(file => Has(file.Content, parameter.Name)).Name is { } file ? $"{file} ({parameter.Name})"
        : null;

    private static bool Has(string content, string name)
    {
        using var json = JsonDocument.Parse(content, ParameterFileDiagnostics.AsNukeReadsIt); // that it is an object was checked before
        return json.RootElement.TryGetProperty(name, out _);
    }
}
