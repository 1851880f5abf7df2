using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// Translates Poetry's version constraints (<see href="https://python-poetry.org/docs/dependency-specification/"/>) to PEP 440, which cannot express
/// alternatives (<c>||</c>).
/// </summary>
internal static partial class PoetryConstraint
{
    /// <summary>Specifiers with their versions, empty for any version; null if PEP 440 cannot express the constraint.</summary>
    public static IReadOnlyList<(string Operator, string Version)>? Parse(string text)
    {
        var specifiers = new List<(string, string)>();
        foreach (var part in Separator().Split(text.Trim()).Where(part => part.Length > 0))
        {
            if (One(part) is not { } parsed || !parsed.All(one => VersionSpecifiers.TryParse(one.Operator + one.Version, out _)))
            {
                return null;
            }

            specifiers.AddRange(parsed);
        }

        return specifiers;
    }

    /// <summary>The constraint in the form of <c>Requires-Dist</c> and <c>Requires-Python</c>; null if PEP 440 cannot express it.</summary>
    public static string? Specifiers(string text) => Parse(text) is { } parsed ? string.Join(',', parsed.Select(one => one.Operator + one.Version)) : null;

    private static (string Operator, string Version)[]? One(string part)
    {
        var match = Constraint().Match(part);
        if (!match.Success)
        {
            return null;
        }

        var (sign, version) = (match.Groups["operator"].Value, match.Groups["version"].Value);
        var isWild = version.EndsWith(".*", StringComparison.Ordinal) || version == "*";
        if (version == "*")
        {
            return sign is "" or "==" or "=" ? [] : null;
        }

        if (isWild)
        {
            return sign switch { "" or "=" or "==" => [("==", version)], "!=" => [("!=", version)], _ => null };
        }

        return PythonVersion.TryParse(version, out var parsed)
            ? sign switch
            {
                "^" => [(">=", version), ("<", Next(parsed, FirstSignificant(parsed)))],
                "~" => [(">=", version), ("<", Next(parsed, Math.Min(1, parsed.Release.Count - 1)))],
                "~=" => parsed.Release.Count > 1 ? [(">=", version), ("<", Next(parsed, parsed.Release.Count - 2))] : null,
                "" or "=" => [("==", version)],
                _ => [(sign, version)],
            }
            : null;
    }

    /// <summary>A caret fixes the first non-zero number; if all are zero, the last.</summary>
    private static int FirstSignificant(PythonVersion version) =>
        version.Release.Take(3).ToList().FindIndex(number => !number.IsZero) is >= 0 and var index ? index : Math.Min(version.Release.Count, 3) - 1;

    /// <summary>The next version at a position, with as many numbers as the given one.</summary>
    private static string Next(PythonVersion version, int position) => string.Join('.', version.Release.Take(3).Select((number, i) =>
        (i < position ? number : i == position ? number + 1 : BigInteger.Zero).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\s*,\s*|(?<=[\w*])\s+(?=[<>=!~^\d])")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A(?<operator>\^|~=|~|===?|=|!=|<=|>=|<|>|)\s*v?(?<version>\*|[0-9][\w.!+-]*(?:\.\*)?)\z")]
    private static partial Regex Constraint();
}
