using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>The result of inspecting all files, if nothing stops the release.</summary>
/// <param name="Distributions">The files, in the order of their paths.</param>
/// <param name="Warnings">Warnings and, at <see cref="PreflightLevel.Warn"/>, errors.</param>
internal sealed record InspectionResult(IReadOnlyList<Distribution> Distributions, IReadOnlyList<Finding> Warnings);
