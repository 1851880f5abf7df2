using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>What the inspection of all files found, when nothing stops the release.</summary>
/// <param name="Distributions">The files, in the order of their paths.</param>
/// <param name="Warnings">What the index would accept with regret, or, when errors only warn, refuse.</param>
internal sealed record InspectionResult(IReadOnlyList<Distribution> Distributions, IReadOnlyList<Finding> Warnings);
