using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>A server in a separate process, so that its resources are not attributed to any client.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    public ServerProcess(ServerKind kind, int latencyInMilliseconds)
    {
        var start = Programs.Self(ServerRole.Name, kind.ToString(), latencyInMilliseconds.ToString(CultureInfo.InvariantCulture))
            .With(KeyValuePair.Create("DOTNET_TieredPGO", "0")); // its final code early, at the cost of its last few percent
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
    }

    /// <summary>Restarts it, which removes what earlier clients sent.</summary>
    public async Task<Endpoint> RestartAsync()
    {
        await process.StandardInput.WriteLineAsync("restart");
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended.");
        return JsonSerializer.Deserialize<Endpoint>(line)!;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
