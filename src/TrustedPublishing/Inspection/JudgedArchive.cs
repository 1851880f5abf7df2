using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>The result of inspecting an archive without its digest.</summary>
/// <param name="Metadata">Null if the archive cannot be read.</param>
/// <param name="Findings">Violations of the index's rules for archives; if the archive cannot be read, the reason.</param>
internal sealed record JudgedArchive(CoreMetadata? Metadata, IReadOnlyList<Finding> Findings)
{
    /// <summary>Adds digest and size, and the findings of the rules that precede those for archives.</summary>
    public InspectedFile With(string path, DistributionFileName name, FileDigests digests, PublishOptions options)
    {
        if (Metadata is null)
        {
            return new(null, Findings);
        }

        var distribution = new Distribution
        {
            Path = path, FileName = name, Size = digests.Size, Sha256 = digests.Sha256, Md5 = digests.Md5, Blake2 = digests.Blake2, Metadata = Metadata,
        };
        return new(distribution, options.Preflight == PreflightLevel.Off ? [] : [.. Preflight.Check(distribution, options), .. Findings]);
    }
}
