using System.Diagnostics;
using System.Text.Json;
using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Workloads;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>
/// The program as a process that packs: first a small payload to warm up, then the measured one. Only wheels are packed, as for binaries.
/// </summary>
internal static class PackRole
{
    public const string Name = "pack";

    private const int Rounds = 3;

    /// <summary>Packs the payload several times.</summary>
    public static async Task<int> OfOneAsync(string folder)
    {
        Pack(folder, PackWorkload.Small(folder));
        var before = ProcessUsage.Of(Environment.ProcessId)?.PeakMemory;
        var times = Repeated(() => Pack(folder, PackWorkload.Payload(folder)));
        await WriteAsync(new(times, [], ProcessUsage.Of(Environment.ProcessId)?.PeakMemory - before));
        return 0;
    }

    /// <summary>Packs a wheel for each platform: all with one call, which works in parallel, and then one after another.</summary>
    public static async Task<int> OfManyAsync(string folder)
    {
        var platforms = PackWorkload.Platforms(folder);
        Pack(folder, PackWorkload.Small(folder));
        var (together, apart) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            together.Add(Pack(folder, platforms));
            apart.Add(platforms.Sum(platform => Pack(folder, new Dictionary<string, string> { [platform.Key] = platform.Value })));
        }

        await WriteAsync(new(together, apart, null));
        return 0;
    }

    private static List<double> Repeated(Func<double> pack) => [.. Enumerable.Range(0, Rounds).Select(_ => pack())];

    /// <summary>Returns the time in milliseconds.</summary>
    private static double Pack(string folder, IReadOnlyDictionary<string, string> platforms)
    {
        var packager = new DistributionPackager(new()
        {
            ProjectDirectory = PackWorkload.Project(folder),
            OutputDirectory = Path.Combine(folder, "out"),
            Formats = [DistributionKind.Wheel],
            Platforms = platforms.ToDictionary(platform => platform.Key, IReadOnlyDictionary<string, string> (platform) => new Dictionary<string, string> { ["benched/native/payload"] = platform.Value }),
        });
        var began = Stopwatch.GetTimestamp();
        packager.Pack();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static Task WriteAsync(PackTimes times) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(times));
}

/// <summary>The results of a packing process.</summary>
/// <param name="Milliseconds">The times for packing with one call.</param>
/// <param name="OneAfterAnother">The times for packing the same wheels with separate calls.</param>
/// <param name="Growth">The growth of its peak memory in bytes compared with the small payload; null if the system does not report it.</param>
internal sealed record PackTimes(IReadOnlyList<double> Milliseconds, IReadOnlyList<double> OneAfterAnother, long? Growth);
