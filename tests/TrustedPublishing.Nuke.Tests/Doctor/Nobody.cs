using System.Net;
using System.Net.Sockets;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>A local address on which nothing listens and which nothing else can use.</summary>
internal sealed class Nobody : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);

    public Nobody() => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound but not listening

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");

    public void Dispose() => socket.Dispose();
}
