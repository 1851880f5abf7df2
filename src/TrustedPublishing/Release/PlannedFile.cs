using TrustedPublishing.Distributions;

namespace TrustedPublishing.Release;

/// <summary>A distribution on its way to the index.</summary>
/// <param name="Distribution">What was found out about it.</param>
/// <param name="Stamp">The file as it was before that.</param>
internal sealed record PlannedFile(Distribution Distribution, FileFingerprint Stamp)
{
    public string Name => Distribution.FileName.Text;

    /// <summary>The attestations that go with it.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];
}
