using System.Net.Sockets;
using System.Text;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

public sealed class Disconnecting
{
    [Fact]
    public async Task LeavesNothingOfTheFile()
    {
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync(new() { DataDirectory = directory.Path });
        var head = $"POST /legacy/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: {Bench.Basic("__token__", await bench.TokenAsync())}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 10000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.whl\"\r\n\r\nhalf";

        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", bench.Index.BaseUrl.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
            while (!Directory.EnumerateFiles(directory.Combine("incoming")).Any())
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                await Task.Yield(); // until part of the file has arrived
            }
        }

        while (!bench.Index.Requests.Any(request => request.Path == "/legacy/"))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Null(Assert.Single(bench.Index.Requests, request => request.Path == "/legacy/").Status);
        Assert.Empty(Directory.EnumerateFiles(directory.Combine("incoming")));
        Assert.Empty(bench.Index.Files);
    }
}
