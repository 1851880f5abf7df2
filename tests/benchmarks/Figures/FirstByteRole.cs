using System.Diagnostics;
using System.Text.Json;
using TrustedPublishing.Benchmarks.Clients;
using TrustedPublishing.Benchmarks.Servers;

namespace TrustedPublishing.Benchmarks.Figures;

/// <summary>
/// The program as a process that runs releases one after another: measures the time from the call of the library until the first bytes of the first
/// file have arrived at a server without latency. Everything before that counts: finding and inspecting files, querying the index.
/// </summary>
internal static class FirstByteRole
{
    public const string Name = "first-byte";

    public static async Task<int> RunAsync(string folder, int rounds)
    {
        await using var sink = await Sink.StartAsync(TimeSpan.Zero);
        var options = PublishRole.Options(sink.Endpoint.UploadUrl, folder, sink.Endpoint.Token);
        await OnceAsync(sink, options); // warms up
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            times.Add((await OnceAsync(sink, options)).TotalMilliseconds);
        }

        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(times));
        return 0;
    }

    private static async Task<TimeSpan> OnceAsync(Sink sink, PublishOptions options)
    {
        sink.Rewind();
        var began = Stopwatch.GetTimestamp();
        await new Publisher(options).PublishAsync();
        return Stopwatch.GetElapsedTime(began, sink.FirstUpload);
    }
}
