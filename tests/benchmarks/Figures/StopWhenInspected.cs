using System.Diagnostics;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>Cancels a release when its last file has been inspected, and records the time.</summary>
internal sealed class StopWhenInspected : IProgress<PublishProgress>, IDisposable
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    /// <summary>The timestamp according to <see cref="Stopwatch"/>.</summary>
    public long? At { get; private set; }

    public void Report(PublishProgress value)
    {
        if (value is PublishProgress.FileInspected)
        {
            At = Stopwatch.GetTimestamp();
            source.Cancel();
        }
    }

    public void Dispose() => source.Dispose();
}
