using System.Net;
using System.Net.Sockets;
using System.Text;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>A proxy that routes every CONNECT, whatever its address, to one local port.</summary>
internal sealed class Tunnel(int target) : IAsyncDisposable
{
    private readonly ConnectionLoop connections = new((near, stop) => ServeAsync(near, target, stop));

    public int Port => connections.Port;

    public ValueTask DisposeAsync() => connections.DisposeAsync();

    private static async Task ServeAsync(TcpClient near, int target, CancellationToken stop)
    {
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, target, stop);
        await ReadHeadAsync(near.GetStream(), stop);
        await near.GetStream().WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
        await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), stop), far.GetStream().CopyToAsync(near.GetStream(), stop));
    }

    /// <summary>Byte by byte, because whatever follows the headers belongs to the other side.</summary>
    private static async Task ReadHeadAsync(NetworkStream stream, CancellationToken stop)
    {
        var (head, next) = (new StringBuilder(), new byte[1]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next, stop) > 0)
        {
            head.Append((char)next[0]);
        }
    }
}
