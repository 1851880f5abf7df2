using System.Globalization;
using System.Text.RegularExpressions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>
/// Finds invalid parameters. NUKE only warns about a value that it cannot convert, shows the whole command line with it, and continues with the
/// default: a release would go to the wrong index.
/// </summary>
internal static partial class ParameterDiagnostics
{
    private const int LongestShown = 100;

    /// <summary>What is looked at of a text that is shown.</summary>
    private const int Most = 4000;

    public static IEnumerable<string> Check(IReadOnlyList<KnownParameter> parameters, ParameterSources sources) =>
    [
        .. CommandLineDiagnostics.Check(parameters, sources),
        .. VariableDiagnostics.Check(parameters, sources),
        .. sources.Files.SelectMany(file => ParameterFileDiagnostics.Check(parameters, sources.Root, file.Name, file.Content)),
    ];

    /// <summary>The problem with one text, which may contain several values; null if there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="written">The parameter as the user wrote it.</param>
    /// <param name="text">The text.</param>
    /// <param name="folder">Where relative paths begin.</param>
    public static string? OfText(KnownParameter parameter, string written, string text, string folder) =>
        parameter.Kind is not ParameterKind.Texts ? OfValue(parameter, written, text, folder)
        : text.Split(';') is var items && items.Length > 1 && items.Any(string.IsNullOrWhiteSpace) ? $"{written} {Shown(text)} has an empty entry next to a ';': remove it."
        : items.Select(item => OfValue(parameter, written, item, folder)).FirstOrDefault(complaint => complaint is not null);

    /// <summary>The same for one value.</summary>
    public static string? OfValue(KnownParameter parameter, string written, string value, string folder) => parameter.Kind switch
    {
        _ when string.IsNullOrWhiteSpace(value) => $"{written} has no value: add one, or omit the parameter.",
        ParameterKind.Flag when !bool.TryParse(value, out _) => $"{written} {Shown(value)} is neither true nor false.",
        _ when parameter.Rule(value, folder) is { } complaint => $"{written} {complaint}",
        ParameterKind.Number when !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"{written} {Shown(value)} is not a whole number.",
        _ => null,
    };

    /// <summary>Whether it is one, however large.</summary>
    public static bool IsWhole(string value) => value.AsSpan(value is ['-' or '+', ..] ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>A text given by the user, without characters that would break or recolour a line, and without the credentials of an address.</summary>
    public static string Shown(string value)
    {
        var clean = LogLine.Encode(Credentials().Replace(value.Length > Most ? value[..Most] : value, ""));
        return $"'{(clean.Length > LongestShown ? $"{clean[..LongestShown]}…" : clean)}'";
    }

    [GeneratedRegex(@"(?<=//)[^/?#\s]*@")]
    private static partial Regex Credentials();
}
