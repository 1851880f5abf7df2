using System.Text;
using TrustedPublishing.Index;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>
/// A file is downloaded because no SHA-256 is listed, and its address redirects to other servers: which credentials do they receive?
/// </summary>
public sealed class RedirectedDownloads : IDisposable
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("the file");

    private readonly TemporaryDirectory home = new();

    public void Dispose() => home.Dispose();

    /// <summary>Both servers are on this machine, so the same <c>.netrc</c> entry would match the second one as well.</summary>
    [Fact]
    public async Task ReceiveNoCredentials()
    {
        home.Write(".netrc", "machine 127.0.0.1 login me password of-the-index\n");
        string?[] seen = ["nobody asked", "nobody asked"];
        await using var store = Server((request, _) =>
        {
            seen[1] = request.Header("Authorization");
            return Answer(Content);
        });
        await using var index = Server((request, _) =>
        {
            seen[0] = request.Header("Authorization");
            return RawServer.Answer("302 Found", "", $"Location: {store.Url}elsewhere");
        });

        Assert.IsType<RemoteFile.Same>(await CompareAsync(index));

        Assert.Equal($"Basic {Convert.ToBase64String("me:of-the-index"u8)}", seen[0]);
        Assert.Null(seen[1]);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("http://[")]
    [InlineData("http://169.254.169.254.example.com/x")] // not encrypted, and not this machine
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    public async Task AreAbandonedIfTheTargetIsInvalid(string location)
    {
        await using var index = Server((_, _) => RawServer.Answer("302 Found", "", $"Location: {location}"));

        Assert.IsType<RemoteFile.WithoutHash>(await CompareAsync(index));
    }

    [Fact]
    public async Task AreAbandonedInACycle()
    {
        var asked = 0;
        await using var index = Server((request, _) =>
        {
            asked++;
            return RawServer.Answer("302 Found", "", $"Location: {request.Path}x");
        });

        Assert.IsType<RemoteFile.WithoutHash>(await CompareAsync(index));
        Assert.InRange(asked, 2, 10);
    }

    [Fact]
    public async Task AreReadOnlyUpToTheLocalFileSize()
    {
        var sent = 0L;
        await using var index = new RawServer(async (_, stream, stopped) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stopped);
            for (var piece = new byte[1 << 20]; sent < 1L << 30; sent += piece.Length)
            {
                await stream.WriteAsync(piece, stopped);
            }
        });

        Assert.IsType<RemoteFile.Other>(await CompareAsync(index));
        Assert.InRange(sent, 0, 64 << 20);
    }

    private async Task<RemoteFile> CompareAsync(RawServer index)
    {
        using var reader = Options.Of(PackageIndex.Parse($"{index.Url}legacy/"), ("HOME", home.Path)).OpenReader();
        var distribution = Upload.Sample.Wheel() with { Size = Content.Length, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content)) };
        return await reader.CompareAsync(distribution, new() { FileName = distribution.FileName.Text, Url = new(index.Url, "files/greeter.whl") }, TestContext.Current.CancellationToken);
    }

    private static RawServer Server(Func<RawRequest, CancellationToken, byte[]> answer) => new(async (request, stream, stopped) => await stream.WriteAsync(answer(request, stopped), stopped));

    private static byte[] Answer(byte[] content) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\n\r\n"), .. content];
}
