using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Figures;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>All results of a benchmark run.</summary>
/// <param name="Machine">The machine and the versions, line by line.</param>
/// <param name="Results">The releases.</param>
/// <param name="Figures">The values that are not about releases.</param>
/// <param name="Missing">Clients that are not installed.</param>
internal sealed record BenchmarkReport(IReadOnlyList<string> Machine, Results Results, IReadOnlyList<Figure> Figures, IReadOnlyList<Client> Missing)
{
    /// <summary>The targets, and whether they are met.</summary>
    public IReadOnlyList<Target> Targets { get; } = Report.Targets.Of(Results, Figures);

    /// <summary>Writes <c>benchmarks.md</c> and <c>benchmarks.json</c>.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.md"), MarkdownReport.Text(this));
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.json"), JsonReport.Text(this));
    }
}
