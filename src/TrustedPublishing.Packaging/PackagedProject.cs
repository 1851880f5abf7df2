using TrustedPublishing.Packaging.Platforms;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging;

/// <summary>Everything that determines the bytes of the distributions.</summary>
internal sealed record PackagedProject
{
    public required ProjectFolder Folder { get; init; }

    public required StaticProject Project { get; init; }

    /// <summary>The text of the sdist's <c>pyproject.toml</c>.</summary>
    public required string Pyproject { get; init; }

    public required IReadOnlyList<PackagedFile> Files { get; init; }

    /// <summary>The wheels; empty if none are requested.</summary>
    public required IReadOnlyList<WheelVariant> Wheels { get; init; }

    /// <summary>Warnings, which do not prevent packing.</summary>
    public required IReadOnlyList<PackagingFinding> Warnings { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Generator { get; init; }
}
