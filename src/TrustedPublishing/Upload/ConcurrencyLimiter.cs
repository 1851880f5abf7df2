namespace TrustedPublishing.Upload;

/// <summary>
/// Limits the number of concurrent uploads: additive increase, multiplicative decrease. A full set of successful uploads raises the limit by one, up
/// to twice the initial value; congestion halves it, only once for all uploads that were in progress together.
/// Not thread-safe.
/// </summary>
internal sealed class ConcurrencyLimiter(int start)
{
    /// <summary>If one file at a time was requested, the limit stays at one.</summary>
    private readonly int most = start == 1 ? 1 : 2 * start;

    private double limit = start;
    private int epoch;

    /// <summary>The current limit.</summary>
    public int Limit => (int)limit;

    /// <summary>Remember this when an upload starts, and pass it back if the upload meets congestion.</summary>
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
