namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>A request on the time axis.</summary>
/// <param name="Request">The request and its response.</param>
/// <param name="Attempt">1, or more if it repeats a failed request.</param>
/// <param name="WaitedSince">When the previous attempt ended; null for the first.</param>
internal sealed record TimelineRow(ReceivedRequest Request, int Attempt, DateTimeOffset? WaitedSince)
{
    public TimeSpan Wait => WaitedSince is { } since ? Request.Arrived - since : TimeSpan.Zero;

    public TimeSpan Length => Request.Ended - Request.Arrived;
}
