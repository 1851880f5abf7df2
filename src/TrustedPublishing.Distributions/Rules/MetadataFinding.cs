using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>Makes complaints about metadata fields, which all end in the same reference.</summary>
internal static class MetadataFinding
{
    private const string Specification = "https://packaging.python.org/specifications/core-metadata";

    /// <summary>Where the server points for versions with a local part.</summary>
    public const string LocalVersions = "https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers";

    public static RuleFinding Of(string header, string text, string remedy, FindingSeverity severity = FindingSeverity.Error, string see = Specification) =>
        new(MetadataFields.Of(header).Form, header, Complete(text, see), remedy, severity);

    /// <summary>The server sorts complaints about fields that it cannot read at all by the form's names instead.</summary>
    public static RuleFinding Unreadable(MetadataField field, string remedy) =>
        new(field.Form, field.Form, Complete($"'{field.Form}' has invalid data", Specification), remedy);

    private static string Complete(string text, string see) => $"{text}{(text.EndsWith('.') ? "" : ".")} See {see} for more information.";
}
