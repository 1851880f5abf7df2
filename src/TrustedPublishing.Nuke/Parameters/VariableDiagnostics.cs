namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Finds invalid variables. NUKE assigns a variable to a parameter if its letters and digits match, ignoring case, with or without the prefix
/// <c>NUKE</c>. A variable with exactly the parameter's name wins; of several others, NUKE uses none.
/// </summary>
internal static class VariableDiagnostics
{
    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, IReadOnlyDictionary<string, string> environment)
    {
        var byLetters = environment.ToLookup(variable => Letters(variable.Key), StringComparer.OrdinalIgnoreCase);
        return parameters.SelectMany(parameter => CheckNames(parameter, Names(parameter, environment, byLetters), environment));
    }

    /// <summary>The empty variables that may be meant for a parameter, usually because the CI system does not know them.</summary>
    public static IEnumerable<string> Empty(string parameter, IReadOnlyDictionary<string, string> environment) =>
        environment.Where(variable => variable.Value.Length == 0 && Letters(variable.Key) is var letters
            && (letters.Equals(parameter, StringComparison.OrdinalIgnoreCase) || letters.Equals($"NUKE{parameter}", StringComparison.OrdinalIgnoreCase))).Select(variable => variable.Key);

    private static string[] Names(KnownParameter parameter, IReadOnlyDictionary<string, string> environment, ILookup<string, KeyValuePair<string, string>> byLetters) =>
        environment.ContainsKey(parameter.Name) ? [parameter.Name]
        : [.. byLetters[parameter.Name].Concat(byLetters[$"NUKE{parameter.Name}"]).Select(variable => variable.Key)];

    private static IEnumerable<string> CheckNames(KnownParameter parameter, string[] names, IReadOnlyDictionary<string, string> environment) => names switch
    {
        [] => [],
        [var only] when string.IsNullOrWhiteSpace(environment[only]) => [], // whether that matters is decided where the value is used
        [var only] when parameter.Kind is ParameterKind.Texts => [],
        [var only] => ParameterDiagnostics.OfValue(parameter, $"The variable {only}", environment[only]) is { } complaint ? [complaint] : [],
        _ => [$"The variables {string.Join(" and ", names.Order(StringComparer.Ordinal))} are all read as {parameter.Option}, and NUKE then takes none of them: keep one."],
    };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
