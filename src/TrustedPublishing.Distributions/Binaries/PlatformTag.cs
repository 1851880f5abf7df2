using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>
/// A platform tag that specifies a kind of system, its oldest version, and an architecture (PEP 600, PEP 656, and the tags for macOS and Windows).
/// </summary>
/// <param name="Family"><c>manylinux</c>, <c>musllinux</c>, <c>macosx</c> or <c>win</c>.</param>
/// <param name="Oldest">The oldest glibc, musl or macOS; 0.0 for Windows.</param>
/// <param name="Architecture">For example <c>x86_64</c>.</param>
internal sealed partial record PlatformTag(string Family, Version Oldest, string Architecture)
{
    public const string ManyLinux = "manylinux", MuslLinux = "musllinux", MacOS = "macosx", Windows = "win";

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["manylinux1"] = "manylinux_2_5", ["manylinux2010"] = "manylinux_2_12", ["manylinux2014"] = "manylinux_2_17",
        ["win32"] = "win_x86",
    };

    public PlatformTag(string family, string architecture)
        : this(family, new(0, 0), architecture)
    {
    }

    /// <summary>Parses a tag; returns false for <c>any</c>, a plain <c>linux_…</c>, and any tag that specifies no known system.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PlatformTag? tag)
    {
        var alias = Aliases.FirstOrDefault(alias => text == alias.Key || text.StartsWith(alias.Key + "_", StringComparison.Ordinal));
        var full = alias.Key is null ? text : alias.Value + text[alias.Key.Length..];
        tag = Versioned().Match(full) is { Success: true } match && Number(match, "major") is { } major && Number(match, "minor") is { } minor
            ? new(match.Groups["family"].Value, new(major, minor), match.Groups["architecture"].Value)
            : full.StartsWith("win_", StringComparison.Ordinal) ? new(Windows, full["win_".Length..]) : null;
        return tag is not null;
    }

    /// <summary>The equivalent tags: the tag itself or, for a universal macOS tag, one per architecture.</summary>
    public IReadOnlyList<PlatformTag> Each() => Architecture switch
    {
        "universal2" => [this with { Architecture = "x86_64" }, this with { Architecture = "arm64", Oldest = Later(Oldest, new(11, 0)) }],
        "intel" => [this with { Architecture = "i386" }, this with { Architecture = "x86_64" }],
        _ => [this],
    };

    /// <summary>Whether another tag covers every system that this tag covers.</summary>
    public bool IsWithin(PlatformTag other) => Family == other.Family && Architecture == other.Architecture && Oldest >= other.Oldest;

    public override string ToString() => this switch
    {
        { Family: Windows, Architecture: "x86" } => "win32",
        { Family: Windows } => $"win_{Architecture}",
        _ => $"{Family}_{Oldest.Major}_{Oldest.Minor}_{Architecture}",
    };

    public static Version Later(Version left, Version right) => left >= right ? left : right;

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\A(?<family>manylinux|musllinux|macosx)_(?<major>[0-9]+)_(?<minor>[0-9]+)_(?<architecture>[a-z0-9_]+)\z")]
    private static partial Regex Versioned();
}
