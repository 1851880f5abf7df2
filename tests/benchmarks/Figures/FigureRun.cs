using System.Diagnostics;
using System.Text.Json;
using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Report;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>Measures values that are not about a release.</summary>
internal static class FigureRun
{
    private const double Megabyte = 1 << 20;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options, WorkloadFolders folders, IReadOnlyList<Workload> workloads)
    {
        var figures = new List<Figure>();
        if (options.Includes(Figure.FirstByte))
        {
            figures.Add(await FirstByteAsync(options, folders.FolderOf(workloads[0])));
        }

        if (options.Includes(Figure.InspectionTime) || options.Includes(Figure.InspectionMemory))
        {
            figures.AddRange(await InspectionAsync(folders.FolderOf(workloads[0]), folders.FilesOf(workloads[^1])[0]));
        }

        if (options.Includes(Figure.NukeLayer))
        {
            figures.Add(await NukeLayerAsync(options, folders));
        }

        if (options.Includes(Figure.PackTime) || options.Includes(Figure.PackMemory) || options.Includes(Figure.PackTogether))
        {
            figures.AddRange(await PackFigures.RunAsync(options, folders.NewFolder()));
        }

        return figures;
    }

    private static async Task<Figure> FirstByteAsync(BenchmarkOptions options, string folder)
    {
        var measured = await MeasuredProcess.RunAsync(Programs.Self(FirstByteRole.Name, folder, options.Quick ? "5" : "25"));
        var times = JsonSerializer.Deserialize<double[]>(measured.Output)!;
        return new(Figure.FirstByte, "library: start to the first byte of the first file, warm", "ms", Statistics.Median(times), Spread(times, "ms"));
    }

    private static async Task<Figure[]> InspectionAsync(string small, string file)
    {
        var (inspecting, hashing) = (new List<InspectionTimes>(), new List<double>());
        var start = () => Programs.Of("openssl", "dgst", "-sha256", file);
        var compared = Programs.Exist("openssl");
        for (var i = 0; i < 3; i++)
        {
            var measured = await MeasuredProcess.RunAsync(Programs.Self(InspectRole.Name, small, Path.GetDirectoryName(file)!));
            inspecting.Add(JsonSerializer.Deserialize<InspectionTimes>(measured.Output)!);
            for (var j = 0; compared && j < 5; j++)
            {
                hashing.Add((await MeasuredProcess.RunAsync(start())).Wall.TotalMilliseconds);
            }
        }

        var inspection = Statistics.Median(inspecting.SelectMany(each => each.Milliseconds));
        var growth = inspecting.Max(each => each.Growth) / Megabyte;
        return
        [
            new(Figure.InspectionTime, "inspection of the largest wheel, warm, against openssl dgst -sha256", "x", compared ? inspection / Statistics.Median(hashing) : null,
                compared ? FormattableString.Invariant($"{inspection:0} ms : {Statistics.Median(hashing):0} ms") : "openssl is not installed"),
            new(Figure.InspectionMemory, "inspection of the largest wheel, growth of peak memory", "MB", growth, growth is null ? "this system does not say" : "most of 3 processes"),
        ];
    }

    /// <summary>Runs the same empty target in a bare build and in one with the components, in pairs.</summary>
    private static async Task<Figure> NukeLayerAsync(BenchmarkOptions options, WorkloadFolders folders)
    {
        var pairs = new List<(double Bare, double Composed)>();
        for (var i = 0; i < (options.Quick ? 5 : 15); i++)
        {
            pairs.Add((await StartAsync("Bare", folders), await StartAsync("Composed", folders)));
        }

        return new(
            Figure.NukeLayer,
            "empty target: a NUKE build with the components against a bare one",
            "ms",
            Statistics.Median(pairs.Select(pair => pair.Composed - pair.Bare)),
            FormattableString.Invariant($"{Statistics.Median(pairs.Select(pair => pair.Composed)):0} ms : {Statistics.Median(pairs.Select(pair => pair.Bare)):0} ms"));
    }

    private static async Task<double> StartAsync(string build, WorkloadFolders folders) =>
        (await MeasuredProcess.RunAsync(NukeBuilds.Start(build, folders, "Nothing"))).Wall.TotalMilliseconds;

    private static string Spread(IReadOnlyCollection<double> values, string unit) => FormattableString.Invariant($"{values.Min():0.0} to {values.Max():0.0} {unit}");
}
