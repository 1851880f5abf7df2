using System.Diagnostics;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>Cancels a release when its last file is inspected, and notes when that was.</summary>
internal sealed class StopWhenInspected : IProgress<PublishProgress>, IDisposable
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    /// <summary>As <see cref="Stopwatch"/> counts.</summary>
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
