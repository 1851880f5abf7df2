using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace TrustedPublishing.Testing.Servers;

/// <summary>Accepts connections on a free local port and handles several at a time, until it is disposed.</summary>
public sealed class ConnectionLoop : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<TcpClient, CancellationToken, Task> serve;
    private readonly Task loop;

    /// <param name="serve">Serves one connection, which is closed afterwards; the client may disconnect at any time.</param>
    public ConnectionLoop(Func<TcpClient, CancellationToken, Task> serve)
    {
        this.serve = serve;
        listener.Start();
        loop = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await loop;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                serving.RemoveAll(task => task.IsCompleted);
                serving.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving); // stopped at any time
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await serve(client, stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException or AuthenticationException)
            {
                // the client disconnected or rejected the certificate, or the test ended
            }
        }
    }
}
