namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Invalid variables. A variable is a parameter's when its letters and digits are, in any case, with or without <c>NUKE</c>
/// before them; one that has exactly the parameter's name wins, and of several others NUKE takes none.
/// </summary>
internal static class VariableDiagnostics
{
    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, IReadOnlyDictionary<string, string> environment)
    {
        var byLetters = environment.ToLookup(variable => Letters(variable.Key), StringComparer.OrdinalIgnoreCase);
        return parameters.SelectMany(parameter => CheckNames(parameter, Names(parameter, environment, byLetters), environment));
    }

    /// <summary>The variables that can be meant for a parameter and are empty: mostly those that the CI system does not know.</summary>
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
