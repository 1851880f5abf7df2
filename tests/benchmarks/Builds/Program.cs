namespace BenchmarkBuilds;

/// <summary>Runs the build named by the environment variable and passes the command line to it.</summary>
internal static class Program
{
    private static int Main() => Environment.GetEnvironmentVariable("BENCHMARK_BUILD") switch
    {
        nameof(Bare) => Bare.Run(),
        nameof(Composed) => Composed.Run(),
        var other => throw new ArgumentException($"There is no build '{other}'."),
    };
}
