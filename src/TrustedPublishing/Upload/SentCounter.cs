using TrustedPublishing.Distributions;

namespace TrustedPublishing.Upload;

/// <summary>Reports how much of a file has been sent, at most ten times per second and at the end.</summary>
internal sealed class SentCounter(Distribution distribution, TimeProvider time, IProgress<PublishProgress> progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private long last = time.GetTimestamp();

    public void Report(long sent)
    {
        var now = time.GetTimestamp();
        if (sent == distribution.Size || time.GetElapsedTime(last, now) >= Interval)
        {
            last = now;
            progress.Report(new PublishProgress.BytesSent(distribution.FileName.Text, sent, distribution.Size));
        }
    }
}
