using System.Text.Json;
using TrustedPublishing.Benchmarks.Clients;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>The machine-readable report.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Text(BenchmarkReport report) => JsonSerializer.Serialize(
        new
        {
            report.Machine,
            Releases = report.Results.Settings.SelectMany(setting => Client.All, (setting, client) => Release(report.Results, setting, client)),
            report.Figures,
            Targets = report.Targets.Select(target => new { target.Name, target.Limit, target.Unit, target.Value, target.Verdict }),
        },
        Options);

    private static object Release(Results results, Setting setting, Client client) => new
    {
        Setting = setting.Name,
        Client = client.Name,
        Seconds = results.Seconds(setting, client),
        CpuSeconds = results.CpuSeconds(setting, client),
        GrowthInMegabytes = results.Growth(setting, client),
    };
}
