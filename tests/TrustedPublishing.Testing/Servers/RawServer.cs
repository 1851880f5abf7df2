using System.Net.Sockets;
using System.Text;

namespace TrustedPublishing.Testing.Servers;

/// <summary>
/// A local server that responds with any given bytes, valid or not, and then closes the connection; it handles several connections at a time.
/// </summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly ConnectionLoop connections;

    /// <param name="answer">Writes the response to a request.</param>
    public RawServer(Func<RawRequest, Stream, CancellationToken, Task> answer) => connections = new(async (client, stop) =>
    {
        await using var stream = client.GetStream();
        if (await ReadAsync(stream, stop) is { } request)
        {
            await answer(request, stream, stop);
            client.Client.Shutdown(SocketShutdown.Send);
        }
    });

    /// <summary>Its root.</summary>
    public Uri Url => new($"http://127.0.0.1:{connections.Port}/");

    /// <summary>A complete response, whose headers may contain anything.</summary>
    /// <param name="status">With or without a reason phrase, for example <c>403 No</c>.</param>
    /// <param name="body">The body; <c>Content-Length</c> is set.</param>
    /// <param name="headers">Header lines.</param>
    public static byte[] Answer(string status, string body, params IEnumerable<string> headers)
    {
        var content = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.Latin1.GetBytes(string.Concat($"HTTP/1.1 {status}\r\n", string.Concat(headers.Select(line => $"{line}\r\n")), $"Content-Length: {content.Length}\r\nConnection: close\r\n\r\n")), .. content];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connections.DisposeAsync();

    /// <summary>Null if the client disconnected before its request was complete.</summary>
    private static async Task<RawRequest?> ReadAsync(Stream stream, CancellationToken stop)
    {
        var (all, buffer) = (new MemoryStream(), new byte[64 << 10]);
        var end = -1;
        for (int read; end < 0 || !IsWhole(all.GetBuffer().AsSpan(0, (int)all.Length), end); await all.WriteAsync(buffer.AsMemory(0, read), stop))
        {
            read = await stream.ReadAsync(buffer, stop);
            if (read == 0)
            {
                return null;
            }

            end = end < 0 ? End([.. all.GetBuffer().AsSpan(0, (int)all.Length), .. buffer.AsSpan(0, read)]) : end;
        }

        return Request(all.ToArray(), end);
    }

    private static int End(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\r\n\r\n"u8) is >= 0 and var at ? at + 4 : -1;

    private static bool IsWhole(ReadOnlySpan<byte> bytes, int end)
    {
        var head = Encoding.Latin1.GetString(bytes[..end]);
        var length = head.Split("\r\n").Select(line => line.Split(": ", 2)).FirstOrDefault(header => header[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase));
        return head.Contains("\r\nTransfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
            ? bytes.EndsWith("0\r\n\r\n"u8)
            : length is null || bytes.Length - end >= int.Parse(length[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static RawRequest Request(byte[] bytes, int end)
    {
        var lines = Encoding.Latin1.GetString(bytes.AsSpan(0, end - 4)).Split("\r\n");
        var first = lines[0].Split(' ');
        return new(first[0], first[1], [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]))], bytes.AsMemory(end..));
    }
}
