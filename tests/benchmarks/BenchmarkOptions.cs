using System.Globalization;

namespace TrustedPublishing.Benchmarks;

/// <summary>Which parts of the benchmark to run.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>The folder for the report. Default: <c>artifacts/benchmarks</c> below the working directory.</summary>
    public string Output { get; init; } = Path.Combine("artifacts", "benchmarks");

    /// <summary>One round of everything, without 400 ms.</summary>
    public bool Quick { get; init; }

    /// <summary>Workloads of a few KB, to check that everything works. The targets are not meaningful.</summary>
    public bool Tiny { get; init; }

    /// <summary>
    /// Only settings and figures whose names contain one of these, for example <c>sink/100ms</c> or <c>inspection</c>. Default: all.
    /// </summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>How often each client runs. Default: three times, or once if a run is long and has no target.</summary>
    public int? Rounds { get; init; }

    /// <summary>Whether the setting or figure with this name was requested.</summary>
    public bool Includes(string name) => Only.Count == 0 || Only.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Parses a command line.</summary>
    /// <exception cref="ArgumentException">It cannot be parsed.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true },
                "--tiny" => options with { Tiny = true },
                "--output" when i + 1 < arguments.Count => options with { Output = arguments[++i] },
                "--only" when i + 1 < arguments.Count => options with { Only = arguments[++i].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
                "--rounds" when i + 1 < arguments.Count && int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var rounds) && rounds > 0 =>
                    options with { Rounds = int.Parse(arguments[++i], CultureInfo.InvariantCulture) },
                var other => throw new ArgumentException($"'{other}' is not understood. There are --quick, --tiny, --only NAMES, --rounds N and --output FOLDER.", nameof(arguments)),
            };
        }

        return options;
    }
}
