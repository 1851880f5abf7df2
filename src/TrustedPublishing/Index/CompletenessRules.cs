using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// What a release has not, although an earlier one had it: a source distribution, a platform, a Python. Mostly a build job whose files did not
/// arrive. A newer tag of the same platform, and a wheel that serves more, count for what they replace.
/// </summary>
internal static partial class CompletenessRules
{
    /// <summary>A warning that lists everything; none when nothing vanished, or when there is no earlier release.</summary>
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

    /// <summary>The last final release before a final one; before a pre-release, the last of any kind.</summary>
    private static PythonVersion? Earlier(DistributionFileName[] listed, PythonVersion version)
    {
        PythonVersion[] earlier = [.. listed.Select(name => name.Version).Where(other => other < version)];
        PythonVersion[] final = version.IsPrerelease ? [] : [.. earlier.Where(other => !other.IsPrerelease)];
        return (final.Length > 0 ? final : earlier).Max();
    }

    private static IEnumerable<string> Platforms(IEnumerable<DistributionFileName> names) => names.SelectMany(name => name.PlatformTags).SelectMany(Platforms);

    /// <summary>A platform without the versions in its tag.</summary>
    private static string[] Platforms(string tag) => Versions().Match(tag) is not { Success: true } match ? [tag]
        : (match.Groups["system"].Value, match.Groups["machine"].Value) switch
        {
            ("macosx", "universal2") => ["macosx arm64", "macosx x86_64"],
            var (system, machine) => [$"{(system == "linux" ? "manylinux" : system)} {machine}"],
        };

    /// <summary>Whether a wheel serves a Python: by its tag, as a wheel for Python 3 as a whole, or with the stable ABI of an older one.</summary>
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
