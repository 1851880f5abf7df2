using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Data;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The platform tags that PyPI accepts in wheel names. A plain <c>linux_x86_64</c> is not one of them: it says nothing about the C library.
/// </summary>
internal static partial class PlatformTags
{
    private static readonly DatedList List = DatedList.Load("platforms");

    private static readonly ILookup<string, string> Values = List.Rows.ToLookup(row => row[0], row => row[1]);

    private static readonly HashSet<string> Fixed = ReadTags("tag");

    private static readonly HashSet<string> MacVersions = ReadTags("macosx-version");

    private static readonly HashSet<string> Mac = ReadTags("macosx");

    private static readonly HashSet<string> Musl = ReadTags("linux");

    private static readonly HashSet<string> Many = ReadTags("linux", "manylinux");

    private static readonly HashSet<string> Apple = ReadTags("ios");

    private static readonly HashSet<string> Android = ReadTags("android");

    /// <summary>The last day on which PyPI was known to use this list.</summary>
    public static DateTimeOffset AsOf => List.Date;

    /// <summary>The accepted versions of macOS, in addition to 10.x.</summary>
    public static IEnumerable<string> NewerMacVersions => Values["macosx-version"];

    /// <summary>Whether a wheel with this tag, in lower case, is accepted.</summary>
    public static bool IsAccepted(string tag) =>
        Fixed.Contains(tag)
        || IsMac(tag)
        || Has(Many, ManyLinux(), tag)
        || Has(Musl, MuslLinux(), tag)
        || Has(Apple, Ios(), tag)
        || Has(Android, AndroidLevel(), tag)
        || Emscripten().IsMatch(tag);

    /// <summary>The 10.x series counted minor versions; since 11, only the major version counts, and the minor version must be 0.</summary>
    private static bool IsMac(string tag) =>
        MacOs().Match(tag) is { Success: true } match
        && Mac.Contains(match.Groups["arch"].Value)
        && (match.Groups["major"].Value == "10" || (MacVersions.Contains(match.Groups["major"].Value) && match.Groups["minor"].Value == "0"));

    private static bool Has(HashSet<string> architectures, Regex family, string tag) => family.Match(tag) is { Success: true } match && architectures.Contains(match.Groups["arch"].Value);

    private static HashSet<string> ReadTags(params ReadOnlySpan<string> kinds)
    {
        HashSet<string> values = [];
        foreach (var kind in kinds)
        {
            values.UnionWith(Values[kind]);
        }

        return values;
    }

    [GeneratedRegex(@"\Amacosx_(?<major>[0-9]+)_(?<minor>[0-9]+)_(?<arch>.*)\z")]
    private static partial Regex MacOs();

    [GeneratedRegex(@"\Amanylinux_[0-9]+_[0-9]+_(?<arch>.*)\z")]
    private static partial Regex ManyLinux();

    [GeneratedRegex(@"\Amusllinux_[0-9]+_[0-9]+_(?<arch>.*)\z")]
    private static partial Regex MuslLinux();

    /// <summary>The server ignores what follows.</summary>
    [GeneratedRegex(@"\Aios_[0-9]+_[0-9]+_(?<arch>.*)_(?:iphoneos|iphonesimulator)")]
    private static partial Regex Ios();

    [GeneratedRegex(@"\Aandroid_[0-9]+_(?<arch>.*)\z")]
    private static partial Regex AndroidLevel();

    /// <summary>The server ignores what follows.</summary>
    [GeneratedRegex(@"\Apyemscripten_[0-9]+_[0-9]+_wasm32")]
    private static partial Regex Emscripten();
}
