using System.Globalization;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>What a living process has used so far, as Linux tells it (<see href="https://man7.org/linux/man-pages/man5/proc.5.html"/>).</summary>
/// <param name="Cpu">User and system time, with that of children that have ended.</param>
/// <param name="PeakMemory">The high-water mark of its resident memory, in bytes.</param>
internal sealed record ProcessUsage(TimeSpan Cpu, long PeakMemory)
{
    private const double TicksPerSecond = 100;

    /// <summary>Null when the process has ended, or on another system.</summary>
    public static ProcessUsage? Of(int id)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return peak is null ? null : new(TimeSpan.FromSeconds(fields[11..15].Sum(Number) / TicksPerSecond), Number(peak.Split(' ')[^2]) * 1024);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
