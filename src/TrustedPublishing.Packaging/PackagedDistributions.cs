using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging;

/// <summary>The distributions that were written.</summary>
public sealed record PackagedDistributions
{
    /// <summary>The project's name as <c>project.name</c> spells it.</summary>
    public required string Name { get; init; }

    /// <summary>The version in its normal form (PEP 440).</summary>
    public required PythonVersion Version { get; init; }

    /// <summary>The absolute paths, in the order of <see cref="PackagingOptions.Formats"/>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Files that some users may miss, and sizes near PyPI's limits. The files themselves are correct.</summary>
    public IReadOnlyList<PackagingFinding> Warnings { get; init; } = [];
}
