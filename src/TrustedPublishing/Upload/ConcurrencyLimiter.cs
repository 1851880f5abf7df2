namespace TrustedPublishing.Upload;

/// <summary>
/// How many files may be under way at once: additive increase, multiplicative decrease. Each file that gets through raises the limit by one
/// over as many files as it allows, to twice what it began with; congestion halves it, once for all the files that were under way together.
/// Not thread-safe.
/// </summary>
internal sealed class ConcurrencyLimiter(int start)
{
    /// <summary>Who asked for one file at a time gets that.</summary>
    private readonly int most = start == 1 ? 1 : 2 * start;

    private double limit = start;
    private int epoch;

    /// <summary>From 1 to the most.</summary>
    public int Limit => (int)limit;

    /// <summary>To be remembered when a file starts, and given back when it meets congestion.</summary>
    public int Epoch => epoch;

    public void Succeeded() => limit = Math.Min(most, limit + (1 / Math.Floor(limit)));

    public void Congested(int startedIn)
    {
        if (startedIn == epoch)
        {
            limit = Math.Max(1, Math.Floor(limit / 2));
            epoch++;
        }
    }
}
