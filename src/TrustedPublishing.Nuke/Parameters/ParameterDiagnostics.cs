using System.Globalization;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Finds invalid parameters. NUKE only warns about a value that it cannot convert, shows the whole command line with it, and continues with the
/// default: a release would go to the wrong index.
/// </summary>
internal static class ParameterDiagnostics
{
    private const int LongestShown = 100;

    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, ParameterSources sources) =>
    [
        .. CommandLineDiagnostics.Check(parameters, sources),
        .. VariableDiagnostics.Check(parameters, sources.Environment),
        .. sources.Files.SelectMany(file => ParameterFileDiagnostics.Check(parameters, file.Name, file.Content)),
    ];

    /// <summary>The problem with one value; null if there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="written">The parameter as the user wrote it.</param>
    /// <param name="value">The value.</param>
    public static string? OfValue(KnownParameter parameter, string written, string value) => parameter.Kind switch
    {
        _ when string.IsNullOrWhiteSpace(value) => $"{written} has no value: add one, or omit the parameter.",
        ParameterKind.Number when !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            $"{written} {Shown(value)} is not a whole number.",
        ParameterKind.Flag when !bool.TryParse(value, out _) => $"{written} {Shown(value)} is neither true nor false.",
        _ => null,
    };

    /// <summary>A text given by the user, without characters that would break or recolour a line.</summary>
    public static string Shown(string value)
    {
        var clean = string.Concat(value.Select(character => char.IsControl(character) ? '?' : character));
        return $"'{(clean.Length > LongestShown ? $"{clean[..LongestShown]}…" : clean)}'";
    }
}
