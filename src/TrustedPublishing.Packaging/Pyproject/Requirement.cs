using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>One dependency specifier (PEP 508), split at its marker.</summary>
internal sealed partial record Requirement(string Project, string Head, Marker? Marker)
{
    /// <summary>PyPI refuses direct references (<c>name @ URL</c>), so they are not parsed but reported.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Requirement? requirement, out bool isDirect)
    {
        requirement = null;
        isDirect = DirectReference().IsMatch(text);
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        var head = Pattern().Match(semicolon < 0 ? text : text[..semicolon]);
        var marker = semicolon < 0 ? null : Marker.Parse(text[(semicolon + 1)..]);
        if (isDirect || !head.Success || (semicolon >= 0 && marker is null)
            || !VersionSpecifiers.IsValid(head.Groups["specifiers"].Value.Trim('(', ')')))
        {
            return false;
        }

        requirement = new(head.Groups["name"].Value, head.Value.Trim(), marker);
        return true;
    }

    /// <summary>An <c>or</c> in the marker needs parentheses before <c>and extra == …</c> is added, or the extra would bind to its last part only.</summary>
    public string WithExtra(string? extra) => (Marker, extra) switch
    {
        (null, null) => Head,
        (null, _) => $"{Head}; extra == '{extra}'",
        (_, null) => $"{Head}; {Marker.Text}",
        _ => Marker.HasOr ? $"{Head}; ({Marker.Text}) and extra == '{extra}'" : $"{Head}; {Marker.Text} and extra == '{extra}'",
    };

    [GeneratedRegex(@"\A\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*(?:\[[^\]]*\]\s*)?@")]
    private static partial Regex DirectReference();

    [GeneratedRegex(
        """
        \A\s*(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*
        (?:\[\s*(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\s*(?:,\s*(?=[A-Za-z0-9])|(?=\])))*\]\s*)?
        (?<specifiers>\([^()]*\)|[^()\[\]@]*)\s*\z
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
