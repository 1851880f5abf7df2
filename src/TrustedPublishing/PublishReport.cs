using TrustedPublishing.Distributions;

namespace TrustedPublishing;

/// <summary>The result of a release: every file that was to be published and what became of it, complete even when the release failed.</summary>
public sealed record PublishReport
{
    /// <summary>Where the files went.</summary>
    public required PackageIndex Index { get; init; }

    /// <summary>The project's name as its distributions spell it.</summary>
    public required string Project { get; init; }

    /// <summary>The normalised version (PEP 440).</summary>
    public required string Version { get; init; }

    /// <summary>All files, in the order in which they were found.</summary>
    public required IReadOnlyList<FileReport> Files { get; init; }

    /// <summary>What is worth knowing although it did not stop the release.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>Whether every file is on the index, and verified there when verification ran.</summary>
    public bool Succeeded => Files.All(file => file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent);
}
