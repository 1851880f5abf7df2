namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>The results of the inspecting process.</summary>
/// <param name="Milliseconds">The time of each inspection of the large wheel.</param>
/// <param name="Growth">The growth of its peak memory in bytes compared with the small wheel; null if the system does not report it.</param>
internal sealed record InspectionTimes(IReadOnlyList<double> Milliseconds, long? Growth);
