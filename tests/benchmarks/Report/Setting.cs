using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>A setting in which all clients are compared.</summary>
/// <param name="Server">The server to which files are sent.</param>
/// <param name="Latency">The delay of every response, in milliseconds.</param>
/// <param name="Workload">The files to send.</param>
internal sealed record Setting(ServerKind Server, int Latency, Workload Workload)
{
    private static readonly int[] Latencies = [0, 100, 400];

    /// <summary>The name by which it can be selected.</summary>
    public string Name => $"{(Server == ServerKind.Index ? "index" : "sink")}/{Latency}ms/{Workload.Name}";

    /// <summary>All requested settings.</summary>
    public static IReadOnlyList<Setting> All(BenchmarkOptions options) =>
    [
        .. from server in Enum.GetValues<ServerKind>()
           from latency in options.Quick ? Latencies.SkipLast(1) : Latencies
           from workload in options.Tiny ? Workload.Tiny : Workload.All
           let setting = new Setting(server, latency, workload)
           where options.Includes(setting.Name)
           select setting,
    ];

    /// <summary>The number of runs: with the highest latency, large releases take long and have no target.</summary>
    public int Rounds(BenchmarkOptions options) => options.Rounds ?? (options.Quick || (Latency == 400 && Workload != Workload.Smallest) ? 1 : 3);
}
