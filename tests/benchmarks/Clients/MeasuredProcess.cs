using System.Diagnostics;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>Runs a program to completion and measures it from outside.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="InvalidOperationException">It failed, or did not end.</exception>
    public static async Task<Measurement> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var usage = await WatchAsync(process, ended);
        var wall = Stopwatch.GetElapsedTime(began);
        var printed = await output;
        return process.ExitCode == 0
            ? new(wall, usage?.Cpu, usage?.PeakMemory, printed)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with exit code {process.ExitCode}:\n{printed}{await errors}");
    }

    /// <summary>The last observed state. Both figures only grow, so little is missed.</summary>
    private static async Task<ProcessUsage?> WatchAsync(Process process, Task ended)
    {
        ProcessUsage? last = null;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            while (!ended.IsCompleted)
            {
                last = ProcessUsage.Of(process.Id) ?? last;
                await Task.WhenAny(ended, Task.Delay(Interval, limit.Token));
                limit.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{process.StartInfo.FileName} did not end within {Limit.TotalMinutes} minutes.");
        }

        await ended;
        return last;
    }
}
