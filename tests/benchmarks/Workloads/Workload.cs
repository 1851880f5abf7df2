namespace TrustedPublishing.Benchmarks.Workloads;

/// <summary>The files of one release.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Files">The number of files.</param>
/// <param name="Size">The size of each, in bytes.</param>
internal sealed record Workload(string Name, int Files, int Size)
{
    /// <summary>The workload with which memory is compared.</summary>
    public static Workload Smallest { get; } = new("1 x 1 KB", 1, 1 << 10);

    public static Workload Many { get; } = new("60 x 1 MB", 60, 1 << 20);

    public static Workload Large { get; } = new("1 x 200 MB", 1, 200 << 20);

    public static IReadOnlyList<Workload> All { get; } = [Smallest, Many, Large];

    /// <summary>Workloads to check that everything works.</summary>
    public static IReadOnlyList<Workload> Tiny { get; } = [Smallest, new("3 x 2 KB", 3, 2 << 10), new("1 x 20 KB", 1, 20 << 10)];
}
