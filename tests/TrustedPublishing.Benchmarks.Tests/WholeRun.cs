using System.Text.Json;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Benchmarks.Tests;

/// <summary>The program from end to end with workloads of a few KB.</summary>
public sealed class WholeRun : IDisposable
{
    private readonly TemporaryDirectory output = new();

    [Theory]
    [InlineData("index/0ms")]
    [InlineData("sink/0ms")]
    public async Task EveryClientPublishesAndTheReportIsWritten(string server)
    {
        Assert.Equal(0, await RunAsync("--only", server));

        var clients = Clients.Client.All.Where(client => client.IsInstalled).Select(client => client.Name).ToArray();
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(output.Combine("benchmarks.json"), TestContext.Current.CancellationToken));
        var releases = report.RootElement.GetProperty("releases").EnumerateArray().Where(release => release.GetProperty("seconds").ValueKind == JsonValueKind.Number).ToArray();
        Assert.Equal(3 * clients.Length, releases.Length);
        Assert.Equal(clients.Order(), releases.Select(release => release.GetProperty("client").GetString()!).Distinct().Order());
        Assert.All(releases, release => Assert.StartsWith($"{server}/", release.GetProperty("setting").GetString(), StringComparison.Ordinal));
        Assert.Contains($"| {server}/3 x 2 KB ", await File.ReadAllTextAsync(output.Combine("benchmarks.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first byte")]
    [InlineData("NUKE layer")]
    [InlineData("inspection memory")]
    [InlineData("pack memory")]
    [InlineData("pack together")]
    public async Task AFigureCanBeMeasuredAlone(string figure)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || !figure.EndsWith("memory", StringComparison.Ordinal), "Only Linux tells the peak of a process's memory.");

        Assert.Equal(0, await RunAsync("--only", figure));

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(output.Combine("benchmarks.json"), TestContext.Current.CancellationToken));
        Assert.Empty(report.RootElement.GetProperty("releases").EnumerateArray());
        var target = report.RootElement.GetProperty("targets").EnumerateArray().Single(target => target.GetProperty("name").GetString() == figure);
        Assert.Equal(JsonValueKind.Number, target.GetProperty("value").ValueKind);
        Assert.NotEqual("not measured", target.GetProperty("verdict").GetString());
    }

    [Fact]
    public void UnknownOptionsAreNamed()
    {
        var refused = Assert.Throws<ArgumentException>(() => BenchmarkOptions.Parse(["--quick", "--rounds", "none"]));

        Assert.Contains("'--rounds' is not understood", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => output.Dispose();

    private async Task<int> RunAsync(params string[] arguments) =>
        await Benchmark.RunAsync(BenchmarkOptions.Parse(["--tiny", "--quick", "--output", output.Path, .. arguments]), TextWriter.Null);
}
