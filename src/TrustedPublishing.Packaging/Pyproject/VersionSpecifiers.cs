using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>A set of version specifiers (PEP 440), for example <c>&gt;=3.9, !=3.10.*</c>.</summary>
internal static partial class VersionSpecifiers
{
    public static bool IsValid(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().TrimEnd(',').Split(',').All(part => Specifier().Match(part) is { Success: true } match && IsValid(match));

    private static bool IsValid(Match match)
    {
        var (comparison, version) = (match.Groups["operator"].Value, match.Groups["version"].Value);
        if (comparison == "===")
        {
            return true;
        }

        var isPrefix = version.EndsWith(".*", StringComparison.Ordinal);
        return PythonVersion.TryParse(isPrefix ? version[..^2] : version, out var parsed)
            && (!isPrefix || (comparison is "==" or "!=" && parsed.Local is null))
            && (comparison is "==" or "!=" || parsed.Local is null)
            && (comparison != "~=" || parsed.Release.Count > 1);
    }

    [GeneratedRegex(@"\A\s*(?<operator>===|~=|==|!=|<=|>=|<|>)\s*(?<version>[^\s;]+)\s*\z")]
    private static partial Regex Specifier();
}
