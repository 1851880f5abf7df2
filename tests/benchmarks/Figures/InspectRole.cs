using System.Diagnostics;
using System.Text.Json;
using TrustedPublishing.Benchmarks.Clients;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>The program as a process that inspects a small wheel to warm up, and then a large one several times.</summary>
internal static class InspectRole
{
    public const string Name = "inspect";

    private const int Rounds = 5;

    public static async Task<int> RunAsync(string small, string large)
    {
        await InspectAsync(small);
        var before = ProcessUsage.Of(Environment.ProcessId)?.PeakMemory;
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            times.Add((await InspectAsync(large)).TotalMilliseconds);
        }

        var growth = ProcessUsage.Of(Environment.ProcessId)?.PeakMemory - before;
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new InspectionTimes(times, growth)));
        return 0;
    }

    /// <summary>A release that is cancelled as soon as its files have been inspected; nothing is sent.</summary>
    private static async Task<TimeSpan> InspectAsync(string folder)
    {
        using var stop = new StopWhenInspected();
        var publisher = new Publisher(PublishRole.Options("http://127.0.0.1:9/legacy/", folder, "pypi-none"));
        var began = Stopwatch.GetTimestamp();
        try
        {
            await publisher.PublishAsync(stop, stop.Token);
        }
        catch (PublishException exception) when (exception.Failure == PublishFailure.Cancelled)
        {
            return stop.At is { } at ? Stopwatch.GetElapsedTime(began, at) : throw new InvalidOperationException("Nothing was inspected.", exception);
        }

        throw new InvalidOperationException("The release was not cancelled.");
    }
}
