using System.Globalization;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Invalid parameters. NUKE only warns of a value that it cannot convert, shows the whole command line with
/// it, and goes on with the default: a release would go where nobody sent it.
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

    /// <summary>What is wrong with one value; null when nothing is.</summary>
    /// <param name="parameter">Whose value it is.</param>
    /// <param name="written">How the reader wrote the parameter.</param>
    /// <param name="value">The text.</param>
    public static string? OfValue(KnownParameter parameter, string written, string value) => parameter.Kind switch
    {
        _ when string.IsNullOrWhiteSpace(value) => $"{written} has no value: add one, or omit the parameter.",
        ParameterKind.Number when !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            $"{written} {Shown(value)} is not a whole number.",
        ParameterKind.Flag when !bool.TryParse(value, out _) => $"{written} {Shown(value)} is neither true nor false.",
        _ => null,
    };

    /// <summary>A user's own text, without what would break or recolour a line.</summary>
    public static string Shown(string value)
    {
        var clean = string.Concat(value.Select(character => char.IsControl(character) ? '?' : character));
        return $"'{(clean.Length > LongestShown ? $"{clean[..LongestShown]}…" : clean)}'";
    }
}
