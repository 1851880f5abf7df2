using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions;

/// <summary>A version of a Python project (PEP 440), with the order and the normal form that PEP 440 defines.</summary>
public sealed partial class PythonVersion : IComparable<PythonVersion>, IEquatable<PythonVersion>
{
    /// <summary>The maximum number of digits that Python parses.</summary>
    internal const int MostDigits = 4300;

    /// <summary>Longer text is not parsed.</summary>
    private const int MostCharacters = 1024 * 1024;

    private static readonly string[] NumberGroups = ["epoch", "pren", "postn", "postdash", "devn"];

    private readonly string normal;

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

    /// <summary>The epoch, usually 0.</summary>
    public BigInteger Epoch { get; }

    /// <summary>The numbers of the release segment, including trailing zeros.</summary>
    public IReadOnlyList<BigInteger> Release { get; }

    /// <summary>The local segment after <c>+</c>, normalised; null if there is none. Indexes reject versions with one.</summary>
    public string? Local { get; }

    /// <summary>Whether this is a pre-release or a development release.</summary>
    public bool IsPrerelease => Pre is not null || Dev is not null;

    internal (string Letter, BigInteger Number)? Pre { get; }

    internal BigInteger? Post { get; }

    internal BigInteger? Dev { get; }

    /// <summary>Parses any spelling that PEP 440 allows, with numbers of up to 4,300 digits, Python's limit.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PythonVersion? version)
    {
        var match = Match(text);
        version = match.Success && !HasTooLongNumber(match) ? new(match) : null;
        return version is not null;
    }

    /// <summary>Whether this would be a valid version if Python could parse its numbers.</summary>
    internal static bool HasTooLongNumber(string text) => Match(text) is { Success: true } match && HasTooLongNumber(match);

    /// <summary>The normal form, for example <c>1.0.post1</c> for <c>v1.0-1</c>. Trailing zeros are kept.</summary>
    public override string ToString() => normal;

    /// <inheritdoc/>
    public bool Equals(PythonVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PythonVersion);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Epoch, Significant(Release).Aggregate(0, HashCode.Combine), Pre, Post, Dev, Local);

    /// <inheritdoc/>
    public int CompareTo(PythonVersion? other) => other is null ? 1 : PythonVersionOrder.Compare(this, other);

    /// <summary>Whether two versions are equal; <c>1.0</c> and <c>1.0.0</c> are.</summary>
    public static bool operator ==(PythonVersion? left, PythonVersion? right) => left?.Equals(right) ?? right is null;

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(PythonVersion? left, PythonVersion? right) => !(left == right);

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator <(PythonVersion? left, PythonVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator <=(PythonVersion? left, PythonVersion? right) => !(right < left);

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator >(PythonVersion? left, PythonVersion? right) => right < left;

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator >=(PythonVersion? left, PythonVersion? right) => !(left < right);

    internal static IEnumerable<BigInteger> Significant(IEnumerable<BigInteger> release) =>
        release.Reverse().SkipWhile(part => part.IsZero).Reverse();

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

    private string Normal()
    {
        var epoch = Epoch.IsZero ? "" : $"{Epoch}!";
        var pre = Pre is { } p ? $"{p.Letter}{p.Number}" : "";
        var post = Post is { } n ? $".post{n}" : "";
        var dev = Dev is { } d ? $".dev{d}" : "";
        var local = Local is null ? "" : $"+{Local}";
        return $"{epoch}{string.Join('.', Release)}{pre}{post}{dev}{local}";
    }

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
