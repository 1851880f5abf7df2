using System.Globalization;
using System.Text;
using TrustedPublishing.Benchmarks.Clients;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>The human-readable report.</summary>
internal static class MarkdownReport
{
    public static string Text(BenchmarkReport report)
    {
        var text = new StringBuilder("# Benchmarks\n\n");
        text.AppendJoin("", report.Machine.Select(line => $"- {line}\n")).AppendJoin("", report.Missing.Select(client => $"- not measured: {client.Name} (needs {string.Join(", ", client.Programs)})\n"));
        if (report.Results.Settings.Count > 0)
        {
            text.Append("\n## Seconds, and how many times as long as the others\n\n").Append(Table(TimeColumns(), report.Results.Settings.Select(setting => TimeRow(report.Results, setting))));
            text.Append("\n## Processor seconds, and growth of peak memory over 1 x 1 KB in MB\n\n").Append(Table(CostColumns(), report.Results.Settings.Select(setting => CostRow(report.Results, setting))));
        }

        if (report.Figures.Count > 0)
        {
            text.Append("\n## Other figures\n\n").Append(Table(["figure", "value", "from"], report.Figures.Select(figure => new[] { figure.Text, $"{Number(figure.Value)} {figure.Unit}", figure.Detail })));
        }

        text.Append("\n## Targets\n\n").Append(Table(["target", "at most", "measured", "verdict"], report.Targets.Select(target => new[] { target.Name, target.LimitText, target.ValueText, target.Verdict })));
        return text.ToString();
    }

    private static string[] TimeColumns() =>
    [
        "setting", .. Client.All.Select(client => client.Name),
        "library : twine", "library : curl", "NUKE build : twine", "NUKE build : curl",
    ];

    private static string[] TimeRow(Results results, Setting setting) =>
    [
        setting.Name, .. Client.All.Select(client => Number(results.Seconds(setting, client))),
        .. from own in new[] { Client.Library, Client.NukeBuild }
           from other in new[] { Client.Twine, Client.Curl }
           select Number(results.Ratio(setting, own, other)),
    ];

    private static string[] CostColumns() =>
        ["setting", .. Client.All.Select(client => $"{client.Name} s"), .. Client.All.Where(client => client.HasMemory).Select(client => $"{client.Name} MB")];

    private static string[] CostRow(Results results, Setting setting) =>
    [
        setting.Name, .. Client.All.Select(client => Number(results.CpuSeconds(setting, client))),
        .. Client.All.Where(client => client.HasMemory).Select(client => Number(results.Growth(setting, client))),
    ];

    /// <summary>Aligned, so that it is also readable as plain text.</summary>
    private static string Table(string[] columns, IEnumerable<string[]> rows)
    {
        string[][] lines = [columns, .. rows];
        var widths = columns.Select((_, i) => lines.Max(line => line[i].Length)).ToArray();
        string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
        string Padded(string[] line) => Line(line.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])));
        return string.Concat([Padded(columns), Line(widths.Select((width, i) => i == 0 ? new string('-', width) : new string('-', width - 1) + ":")), .. lines.Skip(1).Select(Padded)]);
    }

    private static string Number(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
