using System.Text.Json;

namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>The program as a server: restarts for each input line and prints its address; exits at the end of its input.</summary>
internal static class ServerRole
{
    public const string Name = "serve";

    public static async Task<int> RunAsync(ServerKind kind, int latencyInMilliseconds)
    {
        IAsyncDisposable? server = null;
        while (await Console.In.ReadLineAsync() is not null)
        {
            await DisposeAsync(server);
            (server, var endpoint) = await StartAsync(kind, TimeSpan.FromMilliseconds(latencyInMilliseconds));
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(endpoint));
        }

        await DisposeAsync(server);
        return 0;
    }

    private static async Task<(IAsyncDisposable Server, Endpoint Endpoint)> StartAsync(ServerKind kind, TimeSpan latency)
    {
        if (kind == ServerKind.Sink)
        {
            var sink = await Sink.StartAsync(latency);
            return (sink, sink.Endpoint);
        }

        var index = await FreshIndex.StartAsync(latency);
        return (index, FreshIndex.Endpoint(index));
    }

    private static ValueTask DisposeAsync(IAsyncDisposable? server) => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
