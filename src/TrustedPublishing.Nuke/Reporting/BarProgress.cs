namespace TrustedPublishing.Nuke;

/// <summary>
/// A line at the bottom of a terminal that is rewritten while files are sent; everything that a log would say stands above it.
/// </summary>
internal sealed class BarProgress(IProgress<PublishProgress> log, TextWriter terminal, Func<int> width, TimeProvider time) : IProgress<PublishProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly TransferMeter meter = new(time);
    private long drawn;
    private int shown;

    public void Report(PublishProgress value)
    {
        lock (gate)
        {
            meter.Count(value);
            if (value is PublishProgress.BytesSent)
            {
                if (shown == 0 || time.GetElapsedTime(drawn) >= Interval)
                {
                    Draw();
                }

                return;
            }

            Clear();
            log.Report(value);
            if (meter.IsActive)
            {
                Draw();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Clear();
        }
    }

    private void Draw()
    {
        var line = BarLine.Text(meter, width());
        terminal.Write($"\r{line}{new string(' ', Math.Max(0, shown - line.Length))}");
        terminal.Flush();
        (shown, drawn) = (line.Length, time.GetTimestamp());
    }

    private void Clear()
    {
        if (shown > 0)
        {
            terminal.Write($"\r{new string(' ', shown)}\r");
            terminal.Flush();
            shown = 0;
        }
    }
}
