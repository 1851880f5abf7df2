using System.Net;
using System.Net.Sockets;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>An address of this machine at which nobody answers, and which nobody else can take.</summary>
internal sealed class Nobody : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);

    public Nobody() => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound and not listening

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");

    public void Dispose() => socket.Dispose();
}
