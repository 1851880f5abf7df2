using System.Text.Json;
using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Report;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>Measures packing: compared with Info-ZIP at the same level, and several wheels in parallel compared with one after another.</summary>
internal static class PackFigures
{
    private const double Megabyte = 1 << 20;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options, string folder)
    {
        PackWorkload.Write(folder, options.Tiny);
        return
        [
            .. options.Includes(Figure.PackTime) || options.Includes(Figure.PackMemory) ? await OneAsync(options, folder) : [],
            .. options.Includes(Figure.PackTogether) ? [await ManyAsync(folder)] : Array.Empty<Figure>(),
        ];
    }

    private static async Task<Figure[]> OneAsync(BenchmarkOptions options, string folder)
    {
        var (packing, zipping) = (new List<PackTimes>(), new List<double>());
        var compared = Programs.Exist("zip");
        for (var i = 0; i < (options.Quick ? 1 : 3); i++)
        {
            packing.Add(Read(await MeasuredProcess.RunAsync(Programs.Self(PackRole.Name, "one", folder))));
            for (var j = 0; compared && j < 2; j++)
            {
                File.Delete(Path.Combine(folder, "peer.zip"));
                zipping.Add((await MeasuredProcess.RunAsync(Programs.Of("zip", "-6", "-q", "-j", Path.Combine(folder, "peer.zip"), PackWorkload.Payload(folder).Values.Single()))).Wall.TotalMilliseconds);
            }
        }

        var packed = Statistics.Median(packing.SelectMany(each => each.Milliseconds));
        var growth = packing.Max(each => each.Growth) / Megabyte;
        return
        [
            new(Figure.PackTime, "packing a payload of 100 MB, warm, against zip -6", "x", compared ? packed / Statistics.Median(zipping) : null,
                compared ? FormattableString.Invariant($"{packed:0} ms : {Statistics.Median(zipping):0} ms") : "zip is not installed"),
            new(Figure.PackMemory, "packing a payload of 100 MB, growth of peak memory", "MB", growth, growth is null ? "this system does not say" : "most of all processes"),
        ];
    }

    private static async Task<Figure> ManyAsync(string folder)
    {
        var times = Read(await MeasuredProcess.RunAsync(Programs.Self(PackRole.Name, "many", folder)));
        var (together, apart) = (Statistics.Median(times.Milliseconds), Statistics.Median(times.OneAfterAnother));
        return new(Figure.PackTogether, "eight wheels of 30 MB in one call against one after another", "x", together / apart,
            FormattableString.Invariant($"{together:0} ms : {apart:0} ms, {Environment.ProcessorCount} processors"));
    }

    private static PackTimes Read(Measurement measured) => JsonSerializer.Deserialize<PackTimes>(measured.Output)!;
}
