using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions;

/// <summary>The rules for project names (PEP 503, PEP 508).</summary>
public static partial class ProjectName
{
    /// <summary>Whether the index accepts it: ASCII letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, with a letter or digit at both ends.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>
    /// The normalised form, which determines identity: lower case, with each run of <c>.</c>, <c>_</c> and <c>-</c> replaced by <c>-</c> (PEP 503).
    /// </summary>
    public static string Normalize(string name) => Separators().Replace(name, "-").ToLowerInvariant();

    /// <summary>The form in file names: the normalised name with <c>_</c> for <c>-</c> (PEP 427, PEP 625).</summary>
    public static string InFileName(string name) => Normalize(name).Replace('-', '_');

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\z")]
    private static partial Regex Pattern();

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}
