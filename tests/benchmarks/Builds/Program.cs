namespace BenchmarkBuilds;

/// <summary>Runs the build that the environment variable names; the command line belongs to that build.</summary>
internal static class Program
{
    private static int Main() => Environment.GetEnvironmentVariable("BENCHMARK_BUILD") switch
    {
        nameof(Bare) => Bare.Run(),
        nameof(Composed) => Composed.Run(),
        var other => throw new ArgumentException($"There is no build '{other}'."),
    };
}
