using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace TrustedPublishing.Tests;

/// <summary>
/// A clock that stands still, except that announced retry delays pass immediately. Deadlines do not: a request in progress has as much time as it
/// needs.
/// </summary>
internal sealed class SkippingTime : FakeTimeProvider, IProgress<PublishProgress>
{
    private readonly ConcurrentQueue<PublishProgress> reported = new();
    private readonly ConcurrentDictionary<long, int> announced = new();

    public SkippingTime()
        : base(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public IReadOnlyList<PublishProgress> Reported => [.. reported];

    public IEnumerable<PublishProgress.Retrying> Retries => reported.OfType<PublishProgress.Retrying>();

    public void Report(PublishProgress value)
    {
        reported.Enqueue(value);
        if (value is PublishProgress.Retrying retrying)
        {
            announced.AddOrUpdate((long)retrying.Delay.TotalMilliseconds, 1, (_, count) => count + 1);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (announced.TryRemove((long)dueTime.TotalMilliseconds, out _))
        {
            _ = Task.Run(() => Advance(dueTime + TimeSpan.FromMilliseconds(1)));
        }

        return timer;
    }
}
