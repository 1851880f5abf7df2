using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The platform tags that PyPI accepts in wheel names. A plain <c>linux_x86_64</c> is not among them: it says nothing about the C library.
/// </summary>
internal static partial class PlatformTags
{
    /// <summary>The last day on which this table was known to be PyPI's.</summary>
    public static readonly DateTimeOffset AsOf = new(2026, 8, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<string> Fixed =
    [
        "any", "win32", "win_arm64", "win_amd64", "win_ia64", "linux_armv6l", "linux_armv7l",
        "manylinux1_x86_64", "manylinux1_i686", "manylinux2010_x86_64", "manylinux2010_i686",
        "manylinux2014_x86_64", "manylinux2014_i686", "manylinux2014_aarch64", "manylinux2014_armv7l", "manylinux2014_ppc64",
        "manylinux2014_ppc64le", "manylinux2014_s390x",
    ];

    private static readonly HashSet<string> Mac =
        ["ppc", "ppc64", "i386", "x86_64", "arm64", "intel", "fat", "fat3", "fat64", "universal", "universal2"];

    private static readonly HashSet<string> Musl = ["x86_64", "i686", "aarch64", "armv7l", "ppc64le", "s390x", "riscv64"];

    private static readonly HashSet<string> Android = ["armeabi_v7a", "arm64_v8a", "x86", "x86_64"];

    /// <summary>Whether a wheel with this tag, in lower case, is accepted.</summary>
    public static bool IsAccepted(string tag) =>
        Fixed.Contains(tag)
        || IsMac(tag)
        || (Architecture(ManyLinux(), tag) is { } many && (Musl.Contains(many) || many == "ppc64"))
        || (Architecture(MuslLinux(), tag) is { } musl && Musl.Contains(musl))
        || Architecture(Ios(), tag) is "arm64" or "x86_64"
        || (Architecture(AndroidLevel(), tag) is { } android && Android.Contains(android))
        || Emscripten().IsMatch(tag);

    /// <summary>The series 10.x counted in minor versions; since 11 only the major version counts, and the minor must be 0.</summary>
    private static bool IsMac(string tag) =>
        MacOs().Match(tag) is { Success: true } match
        && Mac.Contains(match.Groups["arch"].Value)
        && (match.Groups["major"].Value == "10" || (match.Groups["major"].Value is "11" or "12" or "13" or "14" or "15" or "26" && match.Groups["minor"].Value == "0"));

    private static string? Architecture(Regex family, string tag) => family.Match(tag) is { Success: true } match ? match.Groups["arch"].Value : null;

    [GeneratedRegex(@"\Amacosx_(?<major>[0-9]+)_(?<minor>[0-9]+)_(?<arch>.*)\z")]
    private static partial Regex MacOs();

    [GeneratedRegex(@"\Amanylinux_[0-9]+_[0-9]+_(?<arch>.*)\z")]
    private static partial Regex ManyLinux();

    [GeneratedRegex(@"\Amusllinux_[0-9]+_[0-9]+_(?<arch>.*)\z")]
    private static partial Regex MuslLinux();

    /// <summary>The server does not look at what follows.</summary>
    [GeneratedRegex(@"\Aios_[0-9]+_[0-9]+_(?<arch>.*)_(?:iphoneos|iphonesimulator)")]
    private static partial Regex Ios();

    [GeneratedRegex(@"\Aandroid_[0-9]+_(?<arch>.*)\z")]
    private static partial Regex AndroidLevel();

    /// <summary>The server does not look at what follows.</summary>
    [GeneratedRegex(@"\Apyemscripten_[0-9]+_[0-9]+_wasm32")]
    private static partial Regex Emscripten();
}
