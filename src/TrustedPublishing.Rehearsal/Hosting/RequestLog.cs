using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Records requests, without credentials.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private static readonly HashSet<string> Credentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Private-Token", "Job-Token", "Deploy-Token", "X-Api-Key", "X-Auth-Token", "X-JFrog-Art-Api",
    };

    private readonly Lock gate = new();
    private readonly List<ReceivedRequest?> requests = [];
    private readonly Dictionary<string, TaskCompletionSource> expected = new(StringComparer.Ordinal);

    /// <summary>The requests whose response has been decided, in order of arrival.</summary>
    public IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (gate)
            {
                return [.. requests.OfType<ReceivedRequest>()];
            }
        }
    }

    /// <summary>Records the arrival of a request; the entry becomes visible when the response has been decided.</summary>
    public (int Slot, DateTimeOffset Arrived) Arrive(string path)
    {
        lock (gate)
        {
            if (expected.Remove(path, out var arrival))
            {
                arrival.SetResult();
            }

            requests.Add(null);
            return (requests.Count - 1, time.GetUtcNow());
        }
    }

    /// <summary>Completes when the next request for a path arrives, before its body is read.</summary>
    public Task NextArrival(string path)
    {
        lock (gate)
        {
            expected.TryAdd(path, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return expected[path].Task;
        }
    }

    /// <summary>Records the response before it is sent. No response means that the connection is cut, or that the client disconnected.</summary>
    public void Note((int Slot, DateTimeOffset Arrived) arrival, HttpRequest request, string? fileName, Response? answer)
    {
        var entry = new ReceivedRequest
        {
            Arrived = arrival.Arrived,
            Ended = time.GetUtcNow(),
            Method = request.Method,
            Path = request.Path + request.QueryString,
            Headers = [.. request.Headers.Select(header => new KeyValuePair<string, string>(header.Key, Shown(header.Key, header.Value.ToString()))).OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)],
            FileName = fileName,
            Status = answer?.Status,
            Message = answer?.Message,
        };
        lock (gate)
        {
            requests[arrival.Slot] = entry;
        }
    }

    /// <summary>Keeps only the scheme of credentials.</summary>
    private static string Shown(string name, string value) =>
        !Credentials.Contains(name) ? value
        : name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && value.Split(' ') is [var scheme, _, ..] ? $"{scheme} ***"
        : "***";
}
