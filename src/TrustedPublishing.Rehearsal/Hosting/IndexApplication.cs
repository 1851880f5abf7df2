using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Faults;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Processes one request: receive, apply faults, act, apply faults, log, respond.</summary>
internal sealed class IndexApplication(RehearsalOptions options, RouteTable routes, FaultPlan plan, RequestLog log)
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A defect of the index must be distinguishable from one of the client, and nothing here can log it.")]
    public async Task HandleAsync(HttpContext http)
    {
        var arrival = log.Arrive(http.Request.Path);
        var (route, endpoint) = routes.Find(http.Request);
        var turn = new Turn();
        try
        {
            var answer = await RunAsync(http, route, endpoint, turn);
            Note();
            if (answer is null)
            {
                http.Abort();
                return;
            }

            await ResponseWriter.WriteAsync(http, answer, turn.TruncateAt, turn.SlowBy, options.Time, http.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == 413 && !http.Response.HasStarted)
        {
            turn.Response = Response.Text(413, "The request is larger than this index accepts.\n");
            Note();
            await ResponseWriter.WriteAsync(http, turn.Response, null, TimeSpan.Zero, options.Time, http.RequestAborted);
        }
        catch (Exception exception) when (http.RequestAborted.IsCancellationRequested || exception is OperationCanceledException or BadHttpRequestException or ConnectionResetException)
        {
            Note(); // the client disconnected, so there is nobody to respond to
        }
        catch (Exception defect) when (!http.Response.HasStarted)
        {
            turn.Response = Response.Text(500, $"The embedded index failed with an internal error: {defect}\n") with { Message = defect.ToString() };
            Note();
            await ResponseWriter.WriteAsync(http, turn.Response, null, TimeSpan.Zero, options.Time, http.RequestAborted);
        }

        // log before responding or disconnecting: a client that sees either must find the request in the log
        void Note() => log.Note(arrival, http.Request, turn.FileName, turn.Response);
    }

    /// <summary>Null if the connection is to be cut.</summary>
    private async Task<Response?> RunAsync(HttpContext http, RehearsalRoute? route, IEndpoint endpoint, Turn turn)
    {
        if (LocalOnly.Refusal(http.Request) is { } foreign)
        {
            return turn.Response = foreign;
        }

        var (attempt, early) = route is { } known ? plan.Arrive(known) : (0, []);
        if (await BeforeAsync(early, http.RequestAborted) is { } refused)
        {
            return turn.Response = refused;
        }

        using var received = await endpoint.ReceiveAsync(http, http.RequestAborted);
        turn.FileName = received.FileName;
        var faults = route is { } faulty ? plan.FaultsFor(faulty, attempt, received.FileName) : [];
        await WaitAsync(options.Latency, http.RequestAborted);
        if (await BeforeAsync(faults, http.RequestAborted) is { } instead)
        {
            return turn.Response = instead;
        }

        if (faults.Any(fault => fault.Cut is RehearsalCut.BeforeCommit))
        {
            return null;
        }

        var answer = received.Act(faults);
        turn.TruncateAt = faults.FirstOrDefault(fault => fault.TruncateAt is not null)?.TruncateAt;
        turn.SlowBy = faults.Aggregate(TimeSpan.Zero, (sum, fault) => sum + fault.SlowBy);
        return faults.Any(fault => fault.Cut is RehearsalCut.AfterCommit) ? null
            : turn.Response = faults.Any(fault => fault.Garbage) ? Response.Text(200, """{"unexpected":true}""", "application/json") : answer;
    }

    private async Task<Response?> BeforeAsync(IReadOnlyList<RehearsalFault> faults, CancellationToken cancellationToken)
    {
        foreach (var fault in faults)
        {
            await WaitAsync(fault.Delay, cancellationToken);
        }

        return faults.FirstOrDefault(fault => fault.Status is not null) is { } played ? Played(played) : null;
    }

    /// <summary>The response of an edge server: an HTML page, whatever the client accepts.</summary>
    private static Response Played(RehearsalFault fault)
    {
        var answer = new Response { Status = fault.Status!.Value, ContentType = "text/html", Body = Encoding.ASCII.GetBytes($"<html><body><h1>{fault.Status}</h1></body></html>\n") };
        return fault.RetryAfter is { } after ? answer.With("Retry-After", $"{(long)Math.Ceiling(after.TotalSeconds)}") : answer;
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(time, options.Time, cancellationToken) : Task.CompletedTask;

    /// <summary>What is known about a request so far.</summary>
    private sealed class Turn
    {
        public string? FileName { get; set; }

        public Response? Response { get; set; }

        public int? TruncateAt { get; set; }

        public TimeSpan SlowBy { get; set; }
    }
}
