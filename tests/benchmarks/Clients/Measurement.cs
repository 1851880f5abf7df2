namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The resources used by one run of a program.</summary>
/// <param name="Wall">The time from its start to its end.</param>
/// <param name="Cpu">The time on all processors, including child processes; null if the system does not report it.</param>
/// <param name="PeakMemory">Its peak physical memory in bytes, without child processes; null if the system does not report it.</param>
/// <param name="Output">Its output.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan? Cpu, long? PeakMemory, string Output);
