using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>What all clients are compared in.</summary>
/// <param name="Server">What files are sent to.</param>
/// <param name="Latency">How long it holds every answer back, in milliseconds.</param>
/// <param name="Workload">What is sent.</param>
internal sealed record Setting(ServerKind Server, int Latency, Workload Workload)
{
    private static readonly int[] Latencies = [0, 100, 400];

    /// <summary>By which it can be chosen.</summary>
    public string Name => $"{(Server == ServerKind.Index ? "index" : "sink")}/{Latency}ms/{Workload.Name}";

    /// <summary>All of them that were asked for.</summary>
    public static IReadOnlyList<Setting> All(BenchmarkOptions options) =>
    [
        .. from server in Enum.GetValues<ServerKind>()
           from latency in options.Quick ? Latencies.SkipLast(1) : Latencies
           from workload in options.Tiny ? Workload.Tiny : Workload.All
           let setting = new Setting(server, latency, workload)
           where options.Includes(setting.Name)
           select setting,
    ];

    /// <summary>How often: at the longest latency large releases take long, and no target is set.</summary>
    public int Rounds(BenchmarkOptions options) => options.Rounds ?? (options.Quick || (Latency == 400 && Workload != Workload.Smallest) ? 1 : 3);
}
