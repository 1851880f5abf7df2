using System.Diagnostics.CodeAnalysis;
using System.Text;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions;

/// <summary>The parsed name of a distribution file (wheels: PEP 427; sdists: PEP 625).</summary>
public sealed record DistributionFileName
{
    private const string SdistExtension = ".tar.gz";

    private DistributionFileName()
    {
    }

    /// <summary>The unmodified file name.</summary>
    public required string Text { get; init; }

    /// <summary>The kind, according to the extension.</summary>
    public required DistributionKind Kind { get; init; }

    /// <summary>The project's normalised name (PEP 503).</summary>
    public required string Project { get; init; }

    /// <summary>The version.</summary>
    public required PythonVersion Version { get; init; }

    /// <summary>
    /// The name and version as spelled in the file name, for example <c>foo_bar-1.0</c>; a wheel's <c>.dist-info</c> folder starts with them.
    /// </summary>
    public required string Stem { get; init; }

    /// <summary>The build tag of a wheel; null if there is none, and for sdists.</summary>
    public string? Build { get; init; }

    /// <summary>The Python tags of a wheel, for example <c>py2</c> and <c>py3</c>; empty for sdists.</summary>
    public IReadOnlyList<string> PythonTags { get; init; } = [];

    /// <summary>The ABI tags of a wheel; empty for sdists.</summary>
    public IReadOnlyList<string> AbiTags { get; init; } = [];

    /// <summary>The platform tags of a wheel; empty for sdists.</summary>
    public IReadOnlyList<string> PlatformTags { get; init; } = [];

    /// <summary>
    /// Whether both names denote the same file, by the rules that PyPI applies to the subjects of attestations: names are normalised, tags are sets.
    /// </summary>
    public bool IsEquivalentTo(DistributionFileName other) =>
        Kind == other.Kind && Project == other.Project && Version.Equals(other.Version) && Build == other.Build
        && IsSame(PythonTags, other.PythonTags) && IsSame(AbiTags, other.AbiTags) && IsSame(PlatformTags, other.PlatformTags);

    private static bool IsSame(IEnumerable<string> left, IEnumerable<string> right) => left.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(right);

    /// <summary>Parses a file name as packaging 26.2 does; on failure <paramref name="complaint"/> is PyPI's text.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out DistributionFileName? parsed, [NotNullWhen(false)] out string? complaint)
    {
        (parsed, complaint) = fileName.EndsWith(".whl", StringComparison.Ordinal) ? Wheel(fileName)
            : fileName.EndsWith(SdistExtension, StringComparison.Ordinal) ? Sdist(fileName)
            : (null, FileNameRules.UnknownExtension);
        return parsed is not null;
    }

    private static (DistributionFileName?, string?) Wheel(string fileName)
    {
        var stem = fileName[..^".whl".Length];
        var parts = stem.Split('-');
        if (parts.Length is not (5 or 6))
        {
            return (null, $"Invalid wheel filename (wrong number of parts): {PythonText.Repr(stem)}");
        }

        if (parts[0].Contains("__", StringComparison.Ordinal) || !parts[0].EnumerateRunes().All(IsNameCharacter))
        {
            return (null, $"Invalid project name: {PythonText.Repr(stem)}");
        }

        if (!PythonVersion.TryParse(parts[1], out var version))
        {
            return (null, $"Invalid wheel filename (invalid version): {PythonText.Repr(stem)}");
        }

        var build = parts.Length == 6 ? parts[2] : null;
        return build is not null && (build.Length == 0 || !char.IsAsciiDigit(build[0]))
            ? (null, $"Invalid build number: {build} in {PythonText.Repr(stem)}")
            : (Wheel(fileName, parts, version, build), null);
    }

    private static DistributionFileName Wheel(string fileName, string[] parts, PythonVersion version, string? build) => new()
    {
        Text = fileName,
        Kind = DistributionKind.Wheel,
        Project = ProjectName.Normalize(parts[0]),
        Version = version,
        Stem = $"{parts[0]}-{parts[1]}",
        Build = build,
        PythonTags = parts[^3].Split('.'),
        AbiTags = parts[^2].Split('.'),
        PlatformTags = parts[^1].Split('.'),
    };

    /// <summary>The last dash separates the name from the version, which cannot contain one.</summary>
    private static (DistributionFileName?, string?) Sdist(string fileName)
    {
        var stem = fileName[..^SdistExtension.Length];
        var dash = stem.LastIndexOf('-');
        return dash >= 0 && PythonVersion.TryParse(stem[(dash + 1)..], out var version)
            ? (new()
            {
                Text = fileName,
                Kind = DistributionKind.Sdist,
                Project = ProjectName.Normalize(stem[..dash]),
                Version = version,
                Stem = stem,
            }, null)
            : (null, $"Invalid source distribution filename: {fileName}");
    }

    /// <summary>Letters and digits of any script: a later check verifies that the name is the project's normalised name.</summary>
    private static bool IsNameCharacter(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.';
}
