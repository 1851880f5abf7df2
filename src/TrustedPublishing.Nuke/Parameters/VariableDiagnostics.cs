namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Finds invalid variables. NUKE assigns a variable to a parameter if its letters and digits match, ignoring case, with or without the prefix
/// <c>NUKE</c>. A variable with exactly the parameter's name wins; of several others, NUKE uses none.
/// </summary>
internal static class VariableDiagnostics
{
    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, ParameterSources sources)
    {
        var byLetters = ByLetters(sources.Environment);
        return parameters.SelectMany(parameter => CheckNames(parameter, Names(parameter, sources.Environment, byLetters), sources));
    }

    /// <summary>The variable that gives a parameter its value; null when none does.</summary>
    public static string? Giving(KnownParameter parameter, IReadOnlyDictionary<string, string> environment) =>
        Names(parameter, environment, ByLetters(environment)) is [var only] && !string.IsNullOrWhiteSpace(environment[only]) ? only : null;

    /// <summary>The empty variables that may be meant for a parameter, usually because the CI system does not know them.</summary>
    public static IEnumerable<string> Empty(string parameter, IReadOnlyDictionary<string, string> environment) =>
        environment.Where(variable => string.IsNullOrWhiteSpace(variable.Value) && Letters(variable.Key) is var letters
            && (letters.Equals(parameter, StringComparison.OrdinalIgnoreCase) || letters.Equals($"NUKE{parameter}", StringComparison.OrdinalIgnoreCase))).Select(variable => variable.Key);

    private static string[] Names(KnownParameter parameter, IReadOnlyDictionary<string, string> environment, ILookup<string, KeyValuePair<string, string>> byLetters) =>
        environment.ContainsKey(parameter.Name) ? [parameter.Name]
        : [.. byLetters[parameter.Name].Concat(byLetters[$"NUKE{parameter.Name}"]).Select(variable => variable.Key)];

    private static IEnumerable<string> CheckNames(KnownParameter parameter, string[] names, ParameterSources sources) => names switch
    {
        [] => [],
        [var only] when string.IsNullOrWhiteSpace(sources.Environment[only]) => [], // whether that matters is decided where the value is used
        [var only] => ParameterDiagnostics.OfText(parameter, $"The variable {only}", sources.Environment[only], sources.WorkingFolder) is { } complaint ? [complaint] : [],
        _ => [$"The variables {string.Join(" and ", names.Order(StringComparer.Ordinal))} are all read as {parameter.Option}, so NUKE uses none of them: keep only one."],
    };

    private static ILookup<string, KeyValuePair<string, string>> ByLetters(IReadOnlyDictionary<string, string> environment) =>
        environment.ToLookup(variable => Letters(variable.Key), StringComparer.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
