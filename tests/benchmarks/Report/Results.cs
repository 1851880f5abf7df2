using TrustedPublishing.Benchmarks.Clients;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>All runs.</summary>
internal sealed class Results
{
    private readonly List<(Setting Setting, string Client, Measurement Measurement)> runs = [];

    public void Add(Setting setting, Client client, Measurement measurement) => runs.Add((setting, client.Name, measurement));

    /// <summary>In the order in which they ran.</summary>
    public IReadOnlyList<Setting> Settings => [.. runs.Select(run => run.Setting).Distinct()];

    /// <summary>The median time in seconds; null when the client did not run.</summary>
    public double? Seconds(Setting setting, Client client) => Median(setting, client, run => run.Wall.TotalSeconds);

    /// <summary>The median processor time in seconds; null when the client did not run or the system does not say.</summary>
    public double? CpuSeconds(Setting setting, Client client) => Median(setting, client, run => run.Cpu?.TotalSeconds);

    /// <summary>How many times as long as another client; null when one of them did not run.</summary>
    public double? Ratio(Setting setting, Client client, Client other) => Seconds(setting, client) / Seconds(setting, other);

    /// <summary>By how many megabytes its peak memory is above that with the smallest workload in otherwise the same setting.</summary>
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
