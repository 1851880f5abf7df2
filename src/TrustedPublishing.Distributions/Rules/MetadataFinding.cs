using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>Creates findings about metadata fields, whose messages all end with the same reference.</summary>
internal static partial class MetadataFinding
{
    private const string Specification = "https://packaging.python.org/specifications/core-metadata";

    /// <summary>The page to which the server refers for versions with a local part.</summary>
    public const string LocalVersions = "https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers";

    public static RuleFinding Create(string header, string text, string remedy, FindingSeverity severity = FindingSeverity.Error, string see = Specification) =>
        new(MetadataFields.FromHeader(header).Form, header, Complete(text, see), remedy, severity);

    /// <summary>
    /// A finding of the packaging library, which uses its finished message as a format string: a brace in a value makes the formatting fail, except
    /// for <c>{field}</c> and doubled braces.
    /// </summary>
    public static RuleFinding OfSpecification(string header, string text, string remedy, FindingSeverity severity = FindingSeverity.Error)
    {
        var filled = Brace().Replace(text, brace => brace.Value switch { "{field}" => $"'{header}'", "{{" => "{", "}}" => "}", _ => "\0" });
        return !filled.Contains('\0', StringComparison.Ordinal) ? Create(header, filled, remedy, severity)
            : ServerFails(header, $"it would answer \"{text}\", and fails on the brace", remedy);
    }

    /// <summary>The server fails on a value.</summary>
    public static RuleFinding ServerFails(string header, string why, string remedy) => new(MetadataFields.FromHeader(header).Form, header,
        $"PyPI's server fails on {header} with status 500 (Internal Server Error): {why}.", remedy) { ServerFails = true };

    [GeneratedRegex(@"\{field\}|\{\{|\}\}|[{}]")]
    private static partial Regex Brace();

    /// <summary>For fields that the server cannot read at all, it sorts findings by the form's field names instead.</summary>
    public static RuleFinding Unreadable(MetadataField field, string remedy) =>
        new(field.Form, field.Form, Complete($"'{field.Form}' has invalid data", Specification), remedy);

    private static string Complete(string text, string see) => $"{text}{(text.EndsWith('.') ? "" : ".")} See {see} for more information.";
}
