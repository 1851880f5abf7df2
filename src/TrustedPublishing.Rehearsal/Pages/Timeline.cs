namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The requests of clients in order, with retries marked as such.</summary>
internal sealed class Timeline
{
    private Timeline(IReadOnlyList<TimelineRow> rows) => Rows = rows;

    public IReadOnlyList<TimelineRow> Rows { get; }

    public DateTimeOffset Start => Rows.Count == 0 ? default : Rows[0].Request.Arrived;

    public TimeSpan Length => Rows.Count == 0 ? TimeSpan.Zero : Rows.Max(row => row.Request.Ended) - Start;

    /// <summary>The maximum number of concurrent requests.</summary>
    public int MostAtOnce
    {
        get
        {
            var (most, running) = (0, new PriorityQueue<TimelineRow, DateTimeOffset>());
            foreach (var row in Rows)
            {
                while (running.TryPeek(out _, out var end) && end <= row.Request.Arrived)
                {
                    running.Dequeue();
                }

                running.Enqueue(row, row.Request.Ended);
                most = Math.Max(most, running.Count);
            }

            return most;
        }
    }

    public int Retries => Rows.Count(row => row.Attempt > 1);

    public TimeSpan Waited => Rows.Aggregate(TimeSpan.Zero, (sum, row) => sum + row.Wait);

    /// <summary>Omits requests for the pages themselves, which people send and which are not part of a release.</summary>
    public static Timeline Arrange(IEnumerable<ReceivedRequest> requests)
    {
        List<TimelineRow> rows = [];
        Dictionary<string, TimelineRow> latest = [];
        foreach (var request in requests.Where(request => !IsPage(request.Path)))
        {
            var key = $"{request.Method} {request.Path} {request.FileName}";
            var earlier = latest.GetValueOrDefault(key);
            var isRetry = earlier is { Request: var before } && IsFailed(before) && before.Ended <= request.Arrived;
            var row = new TimelineRow(request, isRetry ? earlier!.Attempt + 1 : 1, isRetry ? earlier!.Request.Ended : null);
            rows.Add(latest[key] = row);
        }

        return new(rows);
    }

    /// <summary>Rejected, or without a response.</summary>
    public static bool IsFailed(ReceivedRequest request) => request.Status is null or >= 400;

    private static bool IsPage(string path) => path is "/" or "/favicon.ico"
        || path.StartsWith("/project/", StringComparison.Ordinal) || path.StartsWith("/_/rehearsal/", StringComparison.Ordinal);
}
