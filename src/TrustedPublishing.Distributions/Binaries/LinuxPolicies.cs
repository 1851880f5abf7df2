using System.Globalization;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Data;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>The manylinux and musllinux policies: the glibc that a symbol version implies, and the libraries that every system has.</summary>
internal static partial class LinuxPolicies
{
    /// <summary>The oldest glibc used in tags; older systems have no current Python.</summary>
    private static readonly Version OldestGlibc = new(2, 17);

    private static readonly DatedList List = DatedList.Load("manylinux");

    private static readonly Dictionary<string, Version> Floors = Rows("floor").ToDictionary(row => row[1], row => Version.Parse(row[2]));

    private static readonly HashSet<(string, string)> Libraries = [.. Rows("library").Select(row => (row[1], row[2]))];

    private static readonly ILookup<string, (string Version, Version Glibc)> Versions =
        Rows("version").ToLookup(row => row[1].Split('_')[0], row => (row[1], Version.Parse(row[2])));

    /// <summary>The oldest glibc in tags for an architecture.</summary>
    public static Version Floor(string architecture) => Floors.GetValueOrDefault(architecture, OldestGlibc);

    /// <summary>Whether every system of a family has a library. The loader itself counts as one, whatever its name.</summary>
    public static bool HasLibrary(string family, string name) =>
        Libraries.Contains((family, name))
        || (family == PlatformTag.ManyLinux ? GlibcLoader() : MuslLoader()).IsMatch(name);

    /// <summary>
    /// The glibc version that introduced a symbol version; 0.0 for a version that implies nothing about the system, such as one of a library in the
    /// same wheel. Null for one that is not in any policy.
    /// </summary>
    public static Version? GlibcFor(string version) => version.Split('_', 2) switch
    {
        ["GLIBC", "ABI_DT_RELR"] => new(2, 36),
        ["GLIBC", var number] => Numbers(number) is [var major, var minor, ..] ? new(major, minor) : null,
        [var family, _] when Versions.Contains(family) => Tabled(family, version),
        _ => new(0, 0),
    };

    private static Version? Tabled(string family, string version)
    {
        if (Versions[family].FirstOrDefault(row => row.Version == version) is { Version: not null } exact)
        {
            return exact.Glibc;
        }

        return Numbers(version[(version.LastIndexOf('_') + 1)..]) is { } wanted
            ? Versions[family].Where(row => Numbers(row.Version.Split('_')[1]) is { } known && Compare(wanted, known) <= 0).Select(row => row.Glibc).FirstOrDefault()
            : null;
    }

    private static int[]? Numbers(string text)
    {
        var numbers = text.Split('.').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers.Contains(-1) ? null : numbers;
    }

    private static int Compare(int[] left, int[] right) =>
        left.Zip(right, (a, b) => a.CompareTo(b)).FirstOrDefault(step => step != 0) is var step and not 0 ? step : left.Length.CompareTo(right.Length);

    private static IEnumerable<string[]> Rows(string kind) => List.Rows.Where(row => row[0] == kind);

    [GeneratedRegex(@"\A(?:ld-linux[\w.-]*\.so\.[0-9]+|ld64\.so\.[0-9]+)\z")]
    private static partial Regex GlibcLoader();

    [GeneratedRegex(@"\A(?:ld-musl-[\w]+\.so\.1|libc\.musl-[\w]+\.so\.1)\z")]
    private static partial Regex MuslLoader();
}
