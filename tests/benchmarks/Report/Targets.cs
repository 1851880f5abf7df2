using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Figures;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>The targets. If several settings belong to a target, the worst one decides.</summary>
internal static class Targets
{
    private static readonly Client[] Own = [Client.Library, Client.NukeBuild];

    public static IReadOnlyList<Target> Of(Results results, IReadOnlyList<Figure> figures) =>
    [
        .. from client in Own
           from server in Enum.GetValues<ServerKind>()
           from target in OfReleases(results, client, server)
           select target,
        .. Own.Select(client => new Target($"{client.Name}: growth of peak memory, any workload", 40, "MB", Worst(results.Settings, setting => Growth(results, setting, client)))),
        OfFigure(figures, Figure.FirstByte, 50, "ms"),
        OfFigure(figures, Figure.InspectionTime, 1.3, "x"),
        OfFigure(figures, Figure.InspectionMemory, 16, "MB"),
        OfFigure(figures, Figure.NukeLayer, 100, "ms"),
        OfFigure(figures, Figure.PackTime, 1.5, "x"),
        OfFigure(figures, Figure.PackMemory, 32, "MB"),
        OfFigure(figures, Figure.PackTogether, 0.6, "x"),
    ];

    private static IEnumerable<Target> OfReleases(Results results, Client client, ServerKind server)
    {
        var settings = results.Settings.Where(setting => setting.Server == server).ToArray();
        var many = settings.Where(setting => setting is { Latency: 100 } && setting.Workload == Workload.Many);
        var large = settings.Where(setting => setting.Workload == Workload.Large).ToArray();
        var where = server == ServerKind.Index ? "index" : "sink";
        yield return new($"{client.Name}, {where}: 60 x 1 MB at 100 ms against twine", 0.3, "x", Worst(many, setting => results.Ratio(setting, client, Client.Twine)));
        yield return new($"{client.Name}, {where}: 1 x 200 MB against twine", 1.0, "x", Worst(large, setting => results.Ratio(setting, client, Client.Twine)));
        yield return new($"{client.Name}, {where}: 1 x 200 MB against sha256sum + curl", 2.5, "x", Worst(large, setting => results.Ratio(setting, client, Client.Curl)));
    }

    /// <summary>For the workloads of the target only: not the one used for comparison, nor those for trying out the benchmark.</summary>
    private static double? Growth(Results results, Setting setting, Client client) =>
        setting.Workload == Workload.Many || setting.Workload == Workload.Large ? results.Growth(setting, client) : null;

    private static double? Worst(IEnumerable<Setting> settings, Func<Setting, double?> value) => settings.Select(value).Max();

    private static Target OfFigure(IReadOnlyList<Figure> figures, string name, double limit, string unit) =>
        new(name, limit, unit, figures.FirstOrDefault(figure => figure.Name == name)?.Value);
}
