using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions;

/// <summary>Parsing, with Python's limits.</summary>
public sealed partial class PythonVersion
{
    /// <summary>The maximum number of digits that Python parses.</summary>
    internal const int MostDigits = 4300;

    /// <summary>Longer text is not parsed.</summary>
    private const int MostCharacters = 1024 * 1024;

    private static readonly string[] NumberGroups = ["epoch", "pren", "postn", "postdash", "devn"];

    private PythonVersion(Match match)
    {
        Epoch = Number(match, "epoch") ?? BigInteger.Zero;
        Release = [.. match.Groups["release"].Value.Split('.').Select(part => BigInteger.Parse(part, CultureInfo.InvariantCulture))];
        Pre = Letter(match) is { } letter ? (letter, Number(match, "pren") ?? BigInteger.Zero) : null;
        Post = match.Groups["post"].Success ? Number(match, "postn") ?? Number(match, "postdash") ?? BigInteger.Zero : null;
        Dev = match.Groups["dev"].Success ? Number(match, "devn") ?? BigInteger.Zero : null;
        Local = match.Groups["local"].Success ? string.Join('.', match.Groups["local"].Value.ToLowerInvariant().Split('-', '_', '.').Select(LocalPart)) : null;
        normal = Normal();
    }

    /// <summary>Parses any spelling that PEP 440 allows, with numbers of up to 4,300 digits, Python's limit.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PythonVersion? version)
    {
        var match = Match(text);
        version = match.Success && !HasTooLongNumber(match) ? new(match) : null;
        return version is not null;
    }

    /// <summary>Whether this would be a valid version if Python could parse its numbers.</summary>
    internal static bool HasTooLongNumber(string text) => Match(text) is { Success: true } match && HasTooLongNumber(match);

    private static Match Match(string? text) => text is { Length: <= MostCharacters } ? Pattern().Match(text) : System.Text.RegularExpressions.Match.Empty;

    private static bool HasTooLongNumber(Match match) => match.Length > MostDigits
        && (NumberGroups.Any(group => match.Groups[group].Length > MostDigits)
            || match.Groups["release"].Value.Split('.').Any(part => part.Length > MostDigits)
            || match.Groups["local"].Value.Split('.', '-', '_').Any(part => part.Length > MostDigits && part.All(char.IsAsciiDigit)));

    private static BigInteger? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } value ? BigInteger.Parse(value.Value, CultureInfo.InvariantCulture) : null;

    private static string? Letter(Match match) => match.Groups["prel"].Value.ToLowerInvariant() switch
    {
        "" => null,
        "alpha" or "a" => "a",
        "beta" or "b" => "b",
        _ => "rc",
    };

    private static string LocalPart(string part) =>
        BigInteger.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : part;

    [GeneratedRegex(
        """
        \A[\s\x1c-\x1f]*v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\.[0-9]+)*)
        (?:[-_.]?(?<prel>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pren>[0-9]+)?)?
        (?<post>-(?<postdash>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<postn>[0-9]+)?)?
        (?<dev>[-_.]?dev[-_.]?(?<devn>[0-9]+)?)?
        (?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?[\s\x1c-\x1f]*\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
