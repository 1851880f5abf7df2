using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Figures;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>Everything that a run of the benchmark found out.</summary>
/// <param name="Machine">What it ran on and against, line by line.</param>
/// <param name="Results">The releases.</param>
/// <param name="Figures">What is no release.</param>
/// <param name="Missing">Clients that are not installed.</param>
internal sealed record BenchmarkReport(IReadOnlyList<string> Machine, Results Results, IReadOnlyList<Figure> Figures, IReadOnlyList<Client> Missing)
{
    /// <summary>What is to be reached, and whether it is.</summary>
    public IReadOnlyList<Target> Targets { get; } = Report.Targets.Of(Results, Figures);

    /// <summary>Writes <c>benchmarks.md</c> and <c>benchmarks.json</c>.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.md"), MarkdownReport.Text(this));
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.json"), JsonReport.Text(this));
    }
}
