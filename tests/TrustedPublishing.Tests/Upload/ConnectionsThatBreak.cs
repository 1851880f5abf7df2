using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Http;
using TrustedPublishing.Release;
using TrustedPublishing.Testing;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

/// <summary>
/// A server that hangs up in the middle of a file may have refused it, and its answer is lost while we still send. So the next attempt asks first.
/// </summary>
public sealed class ConnectionsThatBreak : IDisposable
{
    /// <summary>More than the buffers between the two sides hold.</summary>
    private const int Size = 32 << 20;

    private readonly TemporaryDirectory folder = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly SkippingTime time = new();
    private readonly UploadState delivery;

    public ConnectionsThatBreak()
    {
        listener.Start();
        var path = folder.Combine("greeter-1.0-py3-none-any.whl");
        File.WriteAllBytes(path, new byte[Size]);
        var wheel = Sample.Wheel(path: path, size: Size) with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(new byte[Size])) };
        delivery = new(new PlannedFile(wheel, FileFingerprint.FromFile(path)), 0, 0);
    }

    public void Dispose()
    {
        listener.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task InTheMiddleOfAFileMakeTheNextAttemptAskFirst()
    {
        var first = await AttemptAsync(100_000, "");
        var second = await AttemptAsync(1, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");

        Assert.False(Assert.IsType<UploadVerdict.Transient>(first.Verdict).MayBeStored);
        Assert.DoesNotContain("100-continue", first.Received, StringComparison.Ordinal);
        Assert.Contains("Expect: 100-continue", second.Received, StringComparison.Ordinal);
        Assert.Equal(UploadRejection.TooLarge, Assert.IsType<UploadVerdict.Refused>(second.Verdict).Refusal);
        Assert.Equal(2, delivery.Attempts);
    }

    [Fact]
    public async Task AfterTheWholeFileLeaveOpenWhetherItIsStored()
    {
        var lost = await AttemptAsync(int.MaxValue, "");

        Assert.True(Assert.IsType<UploadVerdict.Transient>(lost.Verdict).MayBeStored);
        Assert.False(delivery.AskFirst);
    }

    /// <summary>Sends the file to a server that reads some of it, answers and hangs up.</summary>
    private async Task<(UploadVerdict Verdict, string Received)> AttemptAsync(int bytes, string answer)
    {
        var index = PackageIndex.Parse($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/legacy/");
        using var http = HttpClients.CreateClient(Options.Of(index).Network);
        var serving = ServeAsync(bytes, answer);
        var verdict = await new UploadSend(index, http, time, time).SendAsync(delivery, new("Basic", "x"));
        return (verdict, await serving);
    }

    /// <summary>How many bytes the request has.</summary>
    private static int Whole(string head) => head.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4
        + int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture);

    private async Task<string> ServeAsync(int bytes, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var (buffer, head, total) = (new byte[1 << 16], "", 0);
        while (total < bytes && await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
        {
            head = total == 0 ? Encoding.Latin1.GetString(buffer, 0, read) : head;
            total += read;
            bytes = Math.Min(bytes, Whole(head));
        }

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        client.LingerState = new(enable: answer.Length == 0, seconds: 0); // without an answer the connection is reset
        return head;
    }
}
