using TrustedPublishing.Distributions;

namespace TrustedPublishing.Release;

/// <summary>A distribution that is to be uploaded.</summary>
/// <param name="Distribution">The inspected distribution.</param>
/// <param name="Stamp">The fingerprint of the file before its inspection.</param>
internal sealed record PlannedFile(Distribution Distribution, FileFingerprint Stamp)
{
    public string Name => Distribution.FileName.Text;

    /// <summary>The attestations to upload with it.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];
}
