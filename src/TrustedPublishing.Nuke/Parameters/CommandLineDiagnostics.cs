namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Finds invalid command lines. Anything that starts with a dash is a parameter, whose values are all arguments up to the next one; dashes and case
/// are ignored in names, and <c>--name=value</c> is a name.
/// </summary>
internal static class CommandLineDiagnostics
{
    /// <summary>The maximum number of letters by which a mistyped name may differ.</summary>
    private const int Slips = 2;

    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, ParameterSources sources)
    {
        foreach (var (written, values, next) in Options(sources.Arguments))
        {
            var name = NameOf(written);
            if (parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                foreach (var complaint in OfKnown(known, values, next, sources))
                {
                    yield return complaint;
                }
            }
            else if (!sources.AllNames.Contains(name) && OfUnknown(written, name, parameters) is { } complaint)
            {
                yield return complaint;
            }
        }
    }

    /// <summary>Each parameter as it was written, with its values and the argument right after it.</summary>
    private static IEnumerable<(string Written, IReadOnlyList<string> Values, string? Next)> Options(IReadOnlyList<string> arguments) =>
        from argument in arguments.Index()
        where argument.Item.StartsWith('-')
        let after = arguments.Skip(argument.Index + 1)
        select (argument.Item, (IReadOnlyList<string>)[.. after.TakeWhile(value => !value.StartsWith('-'))], after.FirstOrDefault());

    private static string NameOf(string written) => written.Replace("-", "", StringComparison.Ordinal);

    private static IEnumerable<string> OfKnown(KnownParameter parameter, IReadOnlyList<string> values, string? next, ParameterSources sources)
    {
        if (parameter.IsSecret && sources.IsInCi)
        {
            return [$"{parameter.Option} is a secret, and on a command line in CI it is visible in the log and to every process: use the variable {parameter.Variable}, and replace the secret if it was real."];
        }

        return (parameter.Kind, values) switch
        {
            (ParameterKind.Number or ParameterKind.Flag, []) when next is not null && ParameterDiagnostics.IsWhole(next) && ParameterDiagnostics.OfText(parameter, parameter.Option, next, sources.WorkingFolder) is { } complaint => [complaint],
            (ParameterKind.Flag, []) => [],
            (_, []) => [$"{parameter.Option} has no value: {Missing(parameter, next, sources.AllNames)}"],
            (ParameterKind.Texts, [_, _, ..]) when values.Any(value => value.Contains(';', StringComparison.Ordinal)) =>
                [$"{parameter.Option} has several values, one of which contains ';': separate all values either by ';' in one argument or by spaces."],
            (not ParameterKind.Texts, [_, _, ..]) => [Several(parameter, values)],
            _ => values.Select(value => ParameterDiagnostics.OfText(parameter, parameter.Option, value, sources.WorkingFolder)).OfType<string>(),
        };
    }

    /// <summary>A value that begins with a dash is not seen as one.</summary>
    private static string Missing(KnownParameter parameter, string? next, IReadOnlySet<string> allNames) =>
        next is null || parameter.IsSecret || allNames.Contains(NameOf(next)) ? "add one, or omit the parameter."
            : $"{ParameterDiagnostics.Shown(next)} begins with a dash and is therefore read as a parameter. Use the variable {parameter.Variable} for it.";

    private static string Several(KnownParameter parameter, IReadOnlyList<string> values) =>
        $"{parameter.Option} accepts one value but has {values.Count}{(parameter.IsSecret ? "" : $": {string.Join(", ", values.Select(ParameterDiagnostics.Shown))}")}. "
        + "Put quotes around a value with spaces, and name targets before the first parameter.";

    /// <summary>NUKE ignores a name that no parameter has. This must not happen to one that was meant for these components.</summary>
    private static string? OfUnknown(string written, string name, IReadOnlyList<KnownParameter> parameters)
    {
        var parts = written.Split('=', 2);
        var given = NameOf(parts[0]);
        var near = parameters.Select(parameter => (Parameter: parameter, Distance: Distance(parameter.Name.ToUpperInvariant(), given.ToUpperInvariant()))).MinBy(candidate => candidate.Distance);
        var isMeant = near.Distance <= (name.Length > 2 * Slips ? Slips : 0);
        if (!isMeant && !name.StartsWith("pypi", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return parts.Length == 2 && near.Distance == 0
            ? $"{parts[0]}=… is not supported: write {near.Parameter.Option}, a space, and the value."
            : $"{ParameterDiagnostics.Shown(parts[0])} is not a parameter of this build{(isMeant ? $": did you mean {near.Parameter.Option}?" : ". --help lists them.")}";
    }

    /// <summary>The number of letters that must be added, removed or replaced (Levenshtein distance).</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[other.Length];
    }
}
