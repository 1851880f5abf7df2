using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Figures;
using TrustedPublishing.Benchmarks.Report;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Tests;

/// <summary>Whether a target is met.</summary>
public sealed class TargetVerdicts
{
    private readonly Results results = new();

    [Fact]
    public void ARatioIsComputedFromMedians()
    {
        var setting = new Setting(ServerKind.Sink, 100, Workload.Many);
        Add(setting, Client.Library, 1, 2, 100);
        Add(setting, Client.Twine, 10, 9, 8);

        Assert.Equal(2.0 / 9, results.Ratio(setting, Client.Library, Client.Twine));
        Assert.Equal(("reached", "0.22 x"), Verdict("library, sink: 60 x 1 MB at 100 ms against twine"));
    }

    [Fact]
    public void TheWorstLatencyDecides()
    {
        foreach (var (latency, seconds) in new[] { (0, 2.0), (100, 3.0), (400, 1.0) })
        {
            Add(new(ServerKind.Index, latency, Workload.Large), Client.NukeBuild, seconds);
            Add(new(ServerKind.Index, latency, Workload.Large), Client.Curl, 1);
        }

        Assert.Equal(("missed", "3 x"), Verdict("NUKE build, index: 1 x 200 MB against sha256sum + curl"));
    }

    [Fact]
    public void AMissingClientMeansNotMeasured()
    {
        Add(new(ServerKind.Sink, 0, Workload.Large), Client.Library, 1);

        Assert.Equal(("not measured", "–"), Verdict("library, sink: 1 x 200 MB against twine"));
    }

    [Fact]
    public void OtherLatenciesDoNotCountForManyFiles()
    {
        Add(new(ServerKind.Sink, 400, Workload.Many), Client.Library, 1);
        Add(new(ServerKind.Sink, 400, Workload.Many), Client.Twine, 10);

        Assert.Equal("not measured", Verdict("library, sink: 60 x 1 MB at 100 ms against twine").Verdict);
    }

    [Fact]
    public void MemoryIsComparedWithTheSmallestWorkloadInTheSameSetting()
    {
        AddMemory(0, Workload.Smallest, 50);
        AddMemory(0, Workload.Large, 80);
        AddMemory(100, Workload.Smallest, 40);
        AddMemory(100, Workload.Large, 81);
        AddMemory(400, Workload.Large, 200); // nothing to compare with

        Assert.Equal(("missed", "41 MB"), Verdict("library: growth of peak memory, any workload"));
    }

    [Theory]
    [InlineData(49.9, "reached")]
    [InlineData(50.0, "reached")]
    [InlineData(50.1, "missed")]
    [InlineData(null, "not measured")]
    public void AFigureMayEqualItsLimit(double? value, string verdict) =>
        Assert.Equal(verdict, Targets.Of(results, [new(Figure.FirstByte, "", "ms", value, "")]).Single(target => target.Name == Figure.FirstByte).Verdict);

    [Theory]
    [InlineData(new[] { 3.0 }, 3.0)]
    [InlineData(new[] { 3.0, 1.0 }, 2.0)]
    [InlineData(new[] { 9.0, 1.0, 2.0 }, 2.0)]
    public void TheMedianIsInTheMiddle(double[] values, double median) => Assert.Equal(median, Statistics.Median(values));

    private (string Verdict, string Value) Verdict(string name)
    {
        var target = Targets.Of(results, []).Single(target => target.Name == name);
        return (target.Verdict, target.ValueText);
    }

    private void Add(Setting setting, Client client, params double[] seconds) =>
        Array.ForEach(seconds, wall => results.Add(setting, client, new(TimeSpan.FromSeconds(wall), null, null, "")));

    private void AddMemory(int latency, Workload workload, long megabytes) =>
        results.Add(new(ServerKind.Sink, latency, workload), Client.Library, new(TimeSpan.FromSeconds(1), null, megabytes << 20, ""));
}
