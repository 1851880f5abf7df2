using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TrustedPublishing.Tests;

/// <summary>
/// Answers each connection with a prepared response and records the request: for servers other than an index (TLS with a custom certificate, proxies,
/// metadata servers, broken connections).
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Func<string, string?> answer;
    private readonly SslServerAuthenticationOptions? tls;
    private readonly Task loop;

    /// <param name="answer">Maps the request (head and body) to the complete response; null closes the connection.</param>
    /// <param name="tls">The certificate for TLS; null for plain http.</param>
    public LoopbackServer(Func<string, string?> answer, SslServerAuthenticationOptions? tls = null)
    {
        (this.answer, this.tls) = (answer, tls);
        listener.Start();
        loop = LoopAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Uri Url => new($"{(tls is null ? "http" : "https")}://localhost:{Port}/");

    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>The certificate presented by the last client.</summary>
    public X509Certificate2? ClientCertificate { get; private set; }

    public static string Answer(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await loop;
        stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            await using var stream = await SecureAsync(client.GetStream());
            var request = await ReadAsync(stream);
            requests.Enqueue(request);
            if (answer(request) is { } text)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client rejected the certificate, or disconnected.
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        if (tls is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(tls, stop.Token);
        ClientCertificate = secured.RemoteCertificate as X509Certificate2;
        return secured;
    }

    private async Task<string> ReadAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsComplete(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsComplete(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = request[..end].Split("\r\n").Select(line => line.Split(':', 2)).FirstOrDefault(header => header[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase));
        return length is null || request.Length - end - 4 >= int.Parse(length[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
