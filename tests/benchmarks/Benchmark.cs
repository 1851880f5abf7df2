using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Figures;
using TrustedPublishing.Benchmarks.Report;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks;

/// <summary>
/// The whole run: every setting with every client in turn, round by round, so that a change in the machine's speed affects all of them.
/// </summary>
internal static class Benchmark
{
    public static async Task<int> RunAsync(BenchmarkOptions options, TextWriter console)
    {
        var workloads = options.Tiny ? Workload.Tiny : Workload.All;
        var installed = Client.All.Where(client => client.IsInstalled).ToList();
        using var folders = new WorkloadFolders(workloads);
        var results = new Results();
        foreach (var settings in Setting.All(options).GroupBy(setting => (setting.Server, setting.Latency)))
        {
            await using var server = new ServerProcess(settings.Key.Server, settings.Key.Latency);
            foreach (var setting in settings)
            {
                await console.WriteLineAsync($"{setting.Name} …");
                await MeasureAsync(setting, setting.Rounds(options), installed, server, folders, results);
            }
        }

        await console.WriteLineAsync("other figures …");
        var figures = await FigureRun.RunAsync(options, folders, workloads);
        var report = new BenchmarkReport(await Machine.DescribeAsync(), results, figures, [.. Client.All.Except(installed)]);
        await report.WriteAsync(options.Output);
        await console.WriteLineAsync(MarkdownReport.Text(report));
        await console.WriteLineAsync($"Written to {Path.GetFullPath(options.Output)}");
        return 0;
    }

    private static async Task MeasureAsync(Setting setting, int rounds, IReadOnlyList<Client> clients, ServerProcess server, WorkloadFolders folders, Results results)
    {
        await MeasuredProcess.RunAsync(Client.Library.Start(setting.Workload, folders, await server.RestartAsync())); // warms up the server
        for (var round = 0; round < rounds; round++)
        {
            foreach (var client in clients)
            {
                var endpoint = await server.RestartAsync();
                results.Add(setting, client, await MeasuredProcess.RunAsync(client.Start(setting.Workload, folders, endpoint)));
            }
        }
    }
}
