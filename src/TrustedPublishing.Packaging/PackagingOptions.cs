using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Packaging;

/// <summary>What to pack, from where to where.</summary>
public sealed record PackagingOptions
{
    /// <summary>The folder that holds <c>pyproject.toml</c>.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Where the distributions go; made when it does not exist. Files of the same names are replaced.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>Which distributions to write.</summary>
    /// <value>Both an sdist and a wheel.</value>
    public IReadOnlyList<DistributionKind> Formats { get; init; } = [DistributionKind.Sdist, DistributionKind.Wheel];

    /// <summary>
    /// The version, for a project that lists <c>version</c> in <c>project.dynamic</c> because the build computes it. Exactly those
    /// projects may, and must, be given one. The sdist carries a <c>pyproject.toml</c> in which it stands as a static <c>version</c>.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// The one time that all archive members get. Without it <c>SOURCE_DATE_EPOCH</c> decides, in seconds since 1970
    /// (<see href="https://reproducible-builds.org/specs/source-date-epoch/"/>); without that 2020-02-02 00:00 UTC, the constant that
    /// hatchling uses too. ZIP knows no time before 1980 and only even seconds, so wheels round.
    /// </summary>
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>
    /// Files that a build has made and that belong into the package: path in the installed tree (for example
    /// <c>greeter/lib/Greeter.dll</c>, with <c>/</c>) → path of a file or folder on this machine. They appear in the wheel there and in the
    /// sdist beside the package's sources. The wheel stays <c>py3-none-any</c>, so native binaries among them are refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> ExtraFiles { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The native files of each platform: runtime identifier of .NET (<c>linux-x64</c>, <c>osx-arm64</c>, …) → path in the installed tree →
    /// path of a file or folder on this machine, both as in <see cref="ExtraFiles"/>. With an entry here one wheel is written for each runtime identifier,
    /// and none for all platforms. Its platform tag is derived from the binaries and never believed: the oldest glibc, musl or macOS that
    /// has all they need. An sdist has none of these files.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Platforms { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Runtime identifier → a platform tag in place of the derived one, which must be at least as strict.</summary>
    public IReadOnlyDictionary<string, string> PlatformTags { get; init; } = new Dictionary<string, string>();

    /// <summary>A .NET program that becomes a command.</summary>
    internal CommandPayload? Command { get; init; }

    /// <summary>The environment variables; only <c>SOURCE_DATE_EPOCH</c> is read.</summary>
    /// <value>Those of this process.</value>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>The clock; it decides only how much PyPI's lists of classifiers and the like are trusted, and never shows in a file.</summary>
    /// <value>The system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
