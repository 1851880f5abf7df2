using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Tests;

/// <summary>
/// Answers each connection with a prepared response and records the request: for servers other than an index (TLS with a custom certificate, proxies,
/// metadata servers, broken connections).
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Func<string, string?> answer;
    private readonly SslServerAuthenticationOptions? tls;
    private readonly ConnectionLoop connections;

    /// <param name="answer">Maps the request (head and body) to the complete response; null closes the connection.</param>
    /// <param name="tls">The certificate for TLS; null for plain http.</param>
    public LoopbackServer(Func<string, string?> answer, SslServerAuthenticationOptions? tls = null)
    {
        (this.answer, this.tls) = (answer, tls);
        connections = new(ServeAsync);
    }

    public int Port => connections.Port;

    public Uri Url => new($"{(tls is null ? "http" : "https")}://localhost:{Port}/");

    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>The certificate presented by the last client.</summary>
    public X509Certificate2? ClientCertificate { get; private set; }

    public static string Answer(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public ValueTask DisposeAsync() => connections.DisposeAsync();

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        await using var stream = await SecureAsync(client.GetStream(), stop);
        if (Respond(await ReadAsync(stream, stop)) is { } text)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        }
    }

    /// <summary>One request at a time, because the responses of many tests depend on a counter.</summary>
    private string? Respond(string request)
    {
        lock (gate)
        {
            requests.Enqueue(request);
            return answer(request);
        }
    }

    private async Task<Stream> SecureAsync(Stream stream, CancellationToken stop)
    {
        if (tls is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(tls, stop);
        ClientCertificate = secured.RemoteCertificate as X509Certificate2;
        return secured;
    }

    private static async Task<string> ReadAsync(Stream stream, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsComplete(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer, stop);
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
