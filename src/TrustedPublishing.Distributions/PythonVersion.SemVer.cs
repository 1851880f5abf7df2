using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions;

/// <summary>Converts versions of .NET packages to versions of Python projects.</summary>
public sealed partial class PythonVersion
{
    /// <summary>
    /// Converts a NuGet or SemVer version (<see href="https://semver.org"/>) so that versions keep their order: <c>1.2.3-beta.4</c> becomes
    /// <c>1.2.3b4</c>. The supported labels are <c>alpha</c> and <c>a</c>; <c>beta</c> and <c>b</c>; <c>rc</c>, <c>c</c>, <c>pre</c> and
    /// <c>preview</c>, which all become <c>rc</c>; and <c>dev</c>. The order is lost if a release has both <c>preview</c> and <c>rc</c> versions, or
    /// <c>dev</c> and others. Build metadata after <c>+</c> is dropped, because indexes reject it.
    /// </summary>
    /// <remarks>
    /// A second number counts commits since a tag (MinVer, GitVersion) and becomes the number of a development release:
    /// <c>1.2.3-alpha.0.7</c>, which precedes the first alpha, becomes <c>1.2.3a0.dev7</c>; <c>1.2.3-alpha.1.7</c>, which follows
    /// <c>1.2.3-alpha.1</c>, becomes <c>1.2.3a2.dev7</c>.
    /// </remarks>
    /// <exception cref="FormatException">
    /// It is not such a version, or its pre-release cannot be converted: another label, additional numbers, or only a number (<c>1.2.0-1</c>),
    /// which Python would read as a post-release of <c>1.2.0</c>. The message says what to change.
    /// </exception>
    public static PythonVersion FromSemVer(string text)
    {
        var match = SemVerPattern().Match(text);
        if (!match.Success || text.Length > 1024)
        {
            throw new FormatException($"'{text}' is not a NuGet or SemVer version. Use a version such as '1.2.3' or '1.2.3-beta.4'.");
        }

        var release = match.Groups["release"].Value;
        var converted = match.Groups["pre"] is { Success: true } pre ? release + Prerelease(text, pre.Value) : release;
        return TryParse(converted, out var version) ? version : throw new FormatException($"'{text}' cannot be converted to a Python version: '{converted}' is not a valid one.");
    }

    private static string Prerelease(string text, string label)
    {
        if (label.All(c => char.IsAsciiDigit(c) || c == '.'))
        {
            throw new FormatException(
                $"The pre-release '{label}' of '{text}' is only a number. Python would read '{text}' as a post-release, which sorts after the release. Add a label: alpha, beta, rc or dev.");
        }

        var match = LabelPattern().Match(label);
        if (!match.Success)
        {
            throw new FormatException($"The pre-release '{label}' of '{text}' cannot be converted to a Python version. Use alpha, beta, rc, preview or dev with a number.");
        }

        var number = match.Groups["number"] is { Success: true } given ? Numeral(given) : BigInteger.Zero;
        var height = match.Groups["height"];
        return match.Groups["label"].Value.ToLowerInvariant() switch
        {
            "dev" => height.Success
                ? throw new FormatException($"The pre-release '{label}' of '{text}' has two numbers, but a Python development release has only one. Remove one.")
                : $".dev{number}",
            var letter => height.Success
                ? $"{Letter(letter)}{(number.IsZero ? number : number + 1)}.dev{Numeral(height)}"
                : $"{Letter(letter)}{number}",
        };
    }

    private static BigInteger Numeral(Group group) => BigInteger.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string Letter(string label) => label[0] switch
    {
        'a' => "a",
        'b' => "b",
        _ => "rc",
    };

    [GeneratedRegex(@"\Av?(?<release>[0-9]+(?:\.[0-9]+){1,3})(?:-(?<pre>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex SemVerPattern();

    [GeneratedRegex(@"\A(?<label>alpha|a|beta|b|rc|c|preview|pre|dev)(?:[.-]?(?<number>[0-9]+)(?:\.(?<height>[0-9]+))?)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelPattern();
}
