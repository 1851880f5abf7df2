using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Packaging;

/// <summary>What to pack, and where.</summary>
public sealed record PackagingOptions
{
    /// <summary>The folder that contains <c>pyproject.toml</c>.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The output folder; created if it does not exist. Files with the same names are replaced.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>Which distributions to write.</summary>
    /// <value>Both an sdist and a wheel.</value>
    public IReadOnlyList<DistributionKind> Formats { get; init; } = [DistributionKind.Sdist, DistributionKind.Wheel];

    /// <summary>
    /// The version, for a project that lists <c>version</c> in <c>project.dynamic</c> because the build computes it. It is required
    /// for such projects and not allowed for others. The sdist's <c>pyproject.toml</c> contains it as a static <c>version</c>.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// The modification time of all archive members. Default: <c>SOURCE_DATE_EPOCH</c>, in seconds since 1970
    /// (<see href="https://reproducible-builds.org/specs/source-date-epoch/"/>); if that is not set, 2020-02-02 00:00 UTC, the same constant as in
    /// hatchling. ZIP supports only even seconds and no time before 1980, so wheels round it.
    /// </summary>
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>
    /// Build outputs to include in the package: path in the installed tree (for example <c>greeter/lib/Greeter.dll</c>, with <c>/</c>) → path of a
    /// file or folder on this machine. The wheel contains them at that path, the sdist next to the package's sources. The wheel stays
    /// <c>py3-none-any</c>, so native binaries are rejected.
    /// </summary>
    public IReadOnlyDictionary<string, string> ExtraFiles { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The native files of each platform: .NET runtime identifier (<c>linux-x64</c>, <c>osx-arm64</c>, …) → path in the installed tree → path of a
    /// file or folder on this machine, both as in <see cref="ExtraFiles"/>. If there are any, one wheel is written for each runtime identifier and no
    /// platform-neutral one. Its platform tag is computed from the binaries: the oldest glibc, musl or macOS version that provides everything they
    /// need. The sdist contains none of these files.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Platforms { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Runtime identifier → a platform tag that replaces the computed one and must be at least as strict.</summary>
    public IReadOnlyDictionary<string, string> PlatformTags { get; init; } = new Dictionary<string, string>();

    /// <summary>A .NET program to install as a command.</summary>
    internal CommandPayload? Command { get; init; }

    /// <summary>The environment variables; only <c>SOURCE_DATE_EPOCH</c> is read.</summary>
    /// <value>Those of this process.</value>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>The clock; it only determines whether PyPI's lists (classifiers and others) are up to date, and never affects a file.</summary>
    /// <value>The system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
