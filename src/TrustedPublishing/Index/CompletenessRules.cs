using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// What an earlier release had and this one lacks: a source distribution, a platform, a Python version. The usual cause is a build job whose files
/// are missing. A newer tag for the same platform, or a wheel that covers more, counts as a replacement.
/// </summary>
internal static partial class CompletenessRules
{
    /// <summary>One warning that lists everything; none if nothing is missing or there is no earlier release.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<Distribution> release, IndexProject project)
    {
        DistributionFileName[] listed = [.. project.Files.Where(file => !file.Yanked).Select(file => Parse(file.FileName)).OfType<DistributionFileName>()];
        var version = release[0].FileName.Version;
        if (Earlier(listed, version) is not { } earlier)
        {
            return [];
        }

        DistributionFileName[] now = [.. release.Select(file => file.FileName), .. listed.Where(name => name.Version == version)];
        string[] missing = [.. Missing([.. listed.Where(name => name.Version == earlier)], now)];
        return missing.Length == 0 ? [] :
        [
            new(FindingSeverity.Warning, null, $"release {earlier} had files that {version} lacks: {string.Join(", ", missing)}",
                "Check that the files from every build job are present. If this is intended, no change is needed."),
        ];
    }

    private static IEnumerable<string> Missing(DistributionFileName[] earlier, DistributionFileName[] now)
    {
        if (earlier.Any(IsSdist) && !now.Any(IsSdist))
        {
            yield return "a source distribution";
        }

        var platforms = Platforms(now).ToHashSet();
        foreach (var platform in platforms.Contains("any") ? [] : Platforms(earlier).Distinct().Where(platform => !platforms.Contains(platform)))
        {
            yield return platform == "any" ? "a wheel for any platform" : $"wheels for {platform}";
        }

        foreach (var python in earlier.SelectMany(name => name.PythonTags).Distinct().Where(python => !now.Any(name => Serves(name, python))))
        {
            yield return $"wheels for {python}";
        }
    }

    /// <summary>For a final release, the latest earlier final release; for a pre-release, the latest earlier release of any kind.</summary>
    private static PythonVersion? Earlier(DistributionFileName[] listed, PythonVersion version)
    {
        PythonVersion[] earlier = [.. listed.Select(name => name.Version).Where(other => other < version)];
        PythonVersion[] final = version.IsPrerelease ? [] : [.. earlier.Where(other => !other.IsPrerelease)];
        return (final.Length > 0 ? final : earlier).Max();
    }

    private static IEnumerable<string> Platforms(IEnumerable<DistributionFileName> names) => names.SelectMany(name => name.PlatformTags).SelectMany(Platforms);

    /// <summary>A platform tag without its version numbers.</summary>
    private static string[] Platforms(string tag) => Versions().Match(tag) is not { Success: true } match ? [tag]
        : (match.Groups["system"].Value, match.Groups["machine"].Value) switch
        {
            ("macosx", "universal2") => ["macosx arm64", "macosx x86_64"],
            var (system, machine) => [$"{(system == "linux" ? "manylinux" : system)} {machine}"],
        };

    /// <summary>
    /// Whether a wheel supports a Python version: by its tag, as a wheel for any Python 3, or by the stable ABI of an older version.
    /// </summary>
    private static bool Serves(DistributionFileName name, string python) =>
        name.PythonTags.Contains(python)
        || (name.PythonTags.Contains("py3") && (python.StartsWith("cp3", StringComparison.Ordinal) || python.StartsWith("py3", StringComparison.Ordinal)))
        || (name.AbiTags.Contains("abi3") && Minor(python) is { } wanted && name.PythonTags.Any(tag => Minor(tag) <= wanted));

    private static int? Minor(string python) => python.StartsWith("cp3", StringComparison.Ordinal) && int.TryParse(python[3..], out var minor) ? minor : null;

    private static bool IsSdist(DistributionFileName name) => name.Kind == DistributionKind.Sdist;

    private static DistributionFileName? Parse(string fileName) =>
        DistributionFileName.TryParse(fileName.EndsWith(".zip", StringComparison.Ordinal) ? $"{fileName[..^4]}.tar.gz" : fileName, out var name, out _) ? name : null;

    [GeneratedRegex(@"\A(?<system>manylinux|musllinux|linux|macosx|ios|android)(?:1|2010|2014)?(?:_[0-9]+)*_(?<machine>[a-z].*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Versions();
}
