using TrustedPublishing.Distributions.Binaries;

namespace TrustedPublishing.Packaging.Platforms;

/// <summary>
/// A .NET runtime identifier (<see href="https://learn.microsoft.com/dotnet/core/rid-catalog"/>), translated to the terms of platform tags.
/// </summary>
/// <param name="Text">For example <c>linux-musl-x64</c>; <c>any</c> for programs that run everywhere with a .NET runtime.</param>
/// <param name="Family">The tag family; null for <c>any</c>.</param>
/// <param name="Architecture">The architecture as spelled in tags of that family; null for any, as for <c>osx</c>.</param>
internal sealed record RuntimeIdentifier(string Text, string? Family, string? Architecture)
{
    public const string Any = "any";

    private static readonly Dictionary<string, string> Linux = new(StringComparer.Ordinal)
    {
        ["x64"] = "x86_64", ["x86"] = "i686", ["arm64"] = "aarch64", ["arm"] = "armv7l", ["ppc64le"] = "ppc64le", ["s390x"] = "s390x",
        ["riscv64"] = "riscv64", ["loongarch64"] = "loongarch64",
    };

    private static readonly Dictionary<string, string> MacOS = new(StringComparer.Ordinal) { ["x64"] = "x86_64", ["arm64"] = "arm64" };

    private static readonly Dictionary<string, string> Windows = new(StringComparer.Ordinal) { ["x64"] = "amd64", ["x86"] = "x86", ["arm64"] = "arm64" };

    /// <summary>The kinds of runtime identifiers that have wheels, for messages.</summary>
    public const string Known = "any, linux-x64, linux-arm64, linux-arm, linux-musl-x64, linux-musl-arm64, osx, osx-x64, osx-arm64, win-x64, win-x86, win-arm64";

    /// <summary>
    /// Parses an identifier; null if no wheel can support it. Operating system versions, as in <c>osx.12-x64</c>, are ignored because the binaries
    /// are more precise.
    /// </summary>
    public static RuntimeIdentifier? TryParse(string text)
    {
        if (text is Any or "osx")
        {
            return new(text, text == Any ? null : PlatformTag.MacOS, null);
        }

        var dash = text.LastIndexOf('-');
        var system = dash < 0 ? "" : text[..dash].Split('.')[0];
        var (family, architectures) = system switch
        {
            "linux" or "ubuntu" or "debian" or "rhel" or "fedora" or "centos" or "opensuse" => (PlatformTag.ManyLinux, Linux),
            "linux-musl" or "alpine" => (PlatformTag.MuslLinux, Linux),
            "osx" => (PlatformTag.MacOS, MacOS),
            "win" or "win7" or "win8" or "win81" or "win10" => (PlatformTag.Windows, Windows),
            _ => ("", []),
        };
        return architectures.TryGetValue(text[(dash + 1)..], out var architecture) ? new(text, family, architecture) : null;
    }

    /// <summary>Whether a tag applies to the systems of this identifier.</summary>
    public bool Has(PlatformTag tag) =>
        tag.Family == Family && (Architecture is null || tag.Each().Any(each => each.Architecture == Architecture));
}
