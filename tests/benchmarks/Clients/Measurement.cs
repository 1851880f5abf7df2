namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Cpu">Of all processors, with its children; null where the system does not say.</param>
/// <param name="PeakMemory">The most physical memory that it held, in bytes, without its children; null where the system does not say.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan? Cpu, long? PeakMemory, string Output);
