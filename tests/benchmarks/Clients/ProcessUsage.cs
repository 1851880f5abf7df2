using System.Globalization;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>
/// The resources that a running process has used so far, as reported by Linux (<see href="https://man7.org/linux/man-pages/man5/proc.5.html"/>).
/// </summary>
/// <param name="Cpu">User and system time, including ended child processes.</param>
/// <param name="PeakMemory">The high-water mark of its resident memory, in bytes.</param>
internal sealed record ProcessUsage(TimeSpan Cpu, long PeakMemory)
{
    private const double TicksPerSecond = 100;

    /// <summary>Null if the process has ended, or on another operating system.</summary>
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
