using TrustedPublishing.Benchmarks.Clients;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>All runs.</summary>
internal sealed class Results
{
    private readonly List<(Setting Setting, string Client, Measurement Measurement)> runs = [];

    public void Add(Setting setting, Client client, Measurement measurement) => runs.Add((setting, client.Name, measurement));

    /// <summary>The settings in the order in which they ran.</summary>
    public IReadOnlyList<Setting> Settings => [.. runs.Select(run => run.Setting).Distinct()];

    /// <summary>The median time in seconds; null if the client did not run.</summary>
    public double? Seconds(Setting setting, Client client) => Median(setting, client, run => run.Wall.TotalSeconds);

    /// <summary>The median processor time in seconds; null if the client did not run or the system does not report it.</summary>
    public double? CpuSeconds(Setting setting, Client client) => Median(setting, client, run => run.Cpu?.TotalSeconds);

    /// <summary>The ratio to the time of another client; null if one of them did not run.</summary>
    public double? Ratio(Setting setting, Client client, Client other) => Seconds(setting, client) / Seconds(setting, other);

    /// <summary>The growth of its peak memory in megabytes compared with the smallest workload in otherwise the same setting.</summary>
    public double? Growth(Setting setting, Client client) => client.HasMemory
        ? (Peak(setting, client) - Peak(setting with { Workload = Workloads.Workload.Smallest }, client)) / (1 << 20)
        : null;

    private double? Peak(Setting setting, Client client) => Median(setting, client, run => run.PeakMemory);

    private double? Median(Setting setting, Client client, Func<Measurement, double?> value)
    {
        double[] values = [.. runs.Where(run => run.Setting == setting && run.Client == client.Name).Select(run => value(run.Measurement)).OfType<double>()];
        return values.Length == 0 ? null : Statistics.Median(values);
    }
}
