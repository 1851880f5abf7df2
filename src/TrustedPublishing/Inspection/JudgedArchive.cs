using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>What the archive tells without its digest.</summary>
/// <param name="Metadata">Null when the archive cannot be read.</param>
/// <param name="Findings">What the index would say about the archive; when it cannot be read, why.</param>
internal sealed record JudgedArchive(CoreMetadata? Metadata, IReadOnlyList<Finding> Findings)
{
    /// <summary>The file with digest and size, and with what the rules before those for archives say.</summary>
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
