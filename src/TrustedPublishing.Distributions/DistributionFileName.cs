namespace TrustedPublishing.Distributions;

/// <summary>The parsed name of a distribution file (wheels: PEP 427; sdists: PEP 625).</summary>
public sealed partial record DistributionFileName
{
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
}
