namespace TrustedPublishing.Tests;

/// <summary>
/// A clock without real waiting: a delay advances it immediately, as if nothing else had happened in the meantime. A deadline expires when a delay
/// has advanced the clock past it, and never because the machine is slow. If client and index share the clock, an index that is slow by its clock
/// exceeds the client's deadlines.
/// </summary>
public sealed class ImpatientTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> deadlines = [];
    private DateTimeOffset now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The total time waited for.</summary>
    public TimeSpan Elapsed => GetUtcNow() - new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Advances the clock.</summary>
    public void Advance(TimeSpan by)
    {
        Timer[] over;
        lock (gate)
        {
            now += by;
            over = [.. deadlines.Where(deadline => deadline.Due <= now)];
            deadlines.RemoveAll(over.Contains);
        }

        Array.ForEach(over, deadline => deadline.Fire());
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Start(Timer timer, TimeSpan dueTime)
    {
        if (timer.IsDeadline)
        {
            lock (gate)
            {
                timer.Due = now + dueTime;
                deadlines.Add(timer);
            }
        }
        else
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Advance(dueTime);
                timer.Fire();
            });
        }
    }

    private void Stop(Timer timer)
    {
        lock (gate)
        {
            deadlines.Remove(timer);
        }
    }

    private sealed class Timer(ImpatientTime time, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool disposed;

        public DateTimeOffset Due { get; set; }

        /// <summary>The only way to distinguish a time-out from a delay: both are timers that fire once.</summary>
        public bool IsDeadline { get; } = callback.Method.DeclaringType?.FullName?.Contains(nameof(CancellationTokenSource), StringComparison.Ordinal) ?? false;

        public void Fire()
        {
            if (!disposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Stop(this);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time.Start(this, dueTime);
            }

            return !disposed;
        }

        public void Dispose()
        {
            disposed = true;
            time.Stop(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
