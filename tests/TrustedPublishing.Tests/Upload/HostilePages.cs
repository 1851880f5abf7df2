using System.IO.Compression;
using System.Text;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Tests.Upload;

/// <summary>Simple API pages that try to exhaust memory or to obtain credentials.</summary>
public sealed class HostilePages : IDisposable
{
    private readonly TemporaryDirectory home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("application/vnd.pypi.simple.v1+json", "{\"files\":[", "{},", "larger than 24 MiB")]
    [InlineData("application/vnd.pypi.simple.v1+json", "{\"files\":[{\"x\":\"", "aaaaaaaaaaaaaaaa", "larger than 24 MiB")]
    [InlineData("application/vnd.pypi.simple.v1+json", "[[[[[[[[", "[", "larger than 24 MiB")]
    [InlineData("text/html", "<a href=x>", "<a>", "larger than 24 MiB")]
    public async Task AreReadUpToALimitHoweverWellTheyAreCompressed(string type, string head, string repeated, string why)
    {
        var page = Zipped(type, head, repeated, 100L << 20);
        await using var server = new RawServer(async (_, stream, stop) => await stream.WriteAsync(page, stop));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var failure = await FailAsync(server.Url);

        Assert.Equal(PublishFailure.UnexpectedAnswer, failure.Failure);
        Assert.True(failure.Message.Contains(why, StringComparison.Ordinal), failure.ToString());
        Assert.InRange(page.Length, 1, 4 << 20);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, 160L << 20);
    }

    [Theory]
    [InlineData("application/vnd.pypi.simple.v1+json", "{\"files\":[", "{},", "]}")]
    [InlineData("text/html", "", "<a href=a.whl>a.whl</a>", "")]
    public async Task AreReadUpToAMaximumNumberOfFiles(string type, string head, string entry, string tail)
    {
        var text = head + string.Concat(Enumerable.Repeat(entry, 60_000)).TrimEnd(',') + tail;
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(200, text, $"Content-Type: {type}\r\n"));

        Assert.Contains("more than 50000 files", (await FailAsync(server.Url)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreFailuresIfTheyAreNotCompressedAsClaimed()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(200, "no gzip at all", "Content-Encoding: gzip\r\nContent-Type: text/html\r\n"));

        Assert.Equal(PublishFailure.IndexUnavailable, (await FailAsync(server.Url)).Failure);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("///x")]
    [InlineData("//[::1")]
    [InlineData("http://[")]
    public async Task MayBeInvalidRedirects(string location)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(302, "", $"Location: {location}\r\n"));

        Assert.Equal(PublishFailure.Redirected, (await FailAsync(server.Url)).Failure);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/simple/greeter/")]
    [InlineData("//127.0.0.1:{0}/simple/greeter/")]
    public async Task AreNotFollowedToAnotherServer(string location)
    {
        home.Write(".netrc", "machine localhost login me password for-localhost\nmachine 127.0.0.1 login me password for-the-other\n");
        await using var other = new LoopbackServer(_ => LoopbackServer.Answer(200, """{"files":[]}""", "Content-Type: application/json\r\n"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(301, "", $"Location: {string.Format(System.Globalization.CultureInfo.InvariantCulture, location, other.Port)}\r\n"));

        using var reader = Of(server.Url).OpenReader();

        Assert.Null(await reader.GetProjectAsync("greeter", TestContext.Current.CancellationToken)); // not known here
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task AreFollowedOnTheSameServer()
    {
        await using var server = new LoopbackServer(request => request.StartsWith("GET /simple/greeter/ ", StringComparison.Ordinal)
            ? LoopbackServer.Answer(301, "", "Location: /moved\r\n")
            : LoopbackServer.Answer(200, """{"files":[]}""", "Content-Type: application/json\r\n"));
        using var reader = Of(server.Url).OpenReader();

        Assert.Empty((await reader.GetProjectAsync("greeter", TestContext.Current.CancellationToken))!.Files);
    }

    private async Task<PublishException> FailAsync(Uri server)
    {
        using var reader = Of(server).OpenReader();
        return await Assert.ThrowsAsync<PublishException>(() => reader.GetProjectAsync("greeter", TestContext.Current.CancellationToken));
    }

    private PublishOptions Of(Uri server) => Options.Of(PackageIndex.Parse($"{server}legacy/"), ("HOME", home.Path)) with { Time = new ImpatientTime() };

    private static byte[] Zipped(string type, string head, string repeated, long size)
    {
        using var body = new MemoryStream();
        using (var zip = new GZipStream(body, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(Encoding.ASCII.GetBytes(head));
            var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(repeated, 100_000)));
            for (var written = 0L; written < size; written += piece.Length)
            {
                zip.Write(piece);
            }
        }

        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body.ToArray()];
    }
}
