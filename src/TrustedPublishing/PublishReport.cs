using TrustedPublishing.Distributions;

namespace TrustedPublishing;

/// <summary>The result of a release: the state of every file, complete even if the release failed.</summary>
public sealed record PublishReport
{
    /// <summary>The index.</summary>
    public required PackageIndex Index { get; init; }

    /// <summary>The project's name as its distributions spell it.</summary>
    public required string Project { get; init; }

    /// <summary>The normalised version (PEP 440).</summary>
    public required string Version { get; init; }

    /// <summary>All files, in the order in which they were found.</summary>
    public required IReadOnlyList<FileReport> Files { get; init; }

    /// <summary>Findings that did not stop the release.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>Whether every file is on the index and, if verification ran, verified there.</summary>
    public bool Succeeded => Files.All(file => file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent);
}
