namespace TrustedPublishing.Nuke;

/// <summary>How far a release is: counts the bytes of its events and measures their rate over the last seconds. Not thread-safe.</summary>
internal sealed class TransferMeter(TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, long> underWay = [];
    private readonly Queue<(long At, long Sent)> samples = [];
    private long finished;
    private long sent;

    /// <summary>Bytes of all files.</summary>
    public long Total { get; private set; }

    /// <summary>Bytes that are on the index or on their way.</summary>
    public long Done => finished + underWay.Values.Sum();

    public int Files { get; private set; }

    public int FilesDone { get; private set; }

    /// <summary>Whether a file is being sent.</summary>
    public bool IsActive => underWay.Count > 0;

    /// <summary>Bytes per second; 0 while that is not known.</summary>
    public double Rate => samples.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At).TotalSeconds is > 0 and var seconds ? (sent - oldest.Sent) / seconds : 0;

    /// <summary>Null while it is not known.</summary>
    public TimeSpan? Remaining => Rate > 0 ? TimeSpan.FromSeconds(Math.Min((Total - Done) / Rate, TimeSpan.MaxValue.TotalSeconds / 2)) : null;

    public void Count(PublishProgress progress)
    {
        switch (progress)
        {
            case PublishProgress.FileInspected { Distribution: var distribution }:
                Total += distribution.Size;
                Files++;
                break;
            case PublishProgress.UploadStarted started:
                underWay[started.FileName] = 0;
                Sample();
                break;
            case PublishProgress.BytesSent part:
                // a second attempt begins at zero again: going back is no transfer
                sent += Math.Max(0, part.Sent - underWay.GetValueOrDefault(part.FileName));
                underWay[part.FileName] = part.Sent;
                Sample();
                break;
            case PublishProgress.UploadFinished { File: var file }:
                underWay.Remove(file.FileName);
                finished += file.Size;
                FilesDone++;
                break;
        }
    }

    private void Sample()
    {
        while (samples.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) > Span)
        {
            samples.Dequeue();
        }

        samples.Enqueue((time.GetTimestamp(), sent));
    }
}
