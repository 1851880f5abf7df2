namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>What the inspecting process found out.</summary>
/// <param name="Milliseconds">Of each inspection of the large wheel.</param>
/// <param name="Growth">By how many bytes its peak memory grew over that of the small wheel; null where the system does not say.</param>
internal sealed record InspectionTimes(IReadOnlyList<double> Milliseconds, long? Growth);
