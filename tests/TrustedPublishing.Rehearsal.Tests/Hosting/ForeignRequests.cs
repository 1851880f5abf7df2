using System.Diagnostics.CodeAnalysis;
using System.Net;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.Hosting;

/// <summary>Requests that are not meant for the embedded index: from web pages in a browser, and from clients without a token.</summary>
[Collection(nameof(ForeignRequests))]
[CollectionDefinition(nameof(ForeignRequests), DisableParallelization = true)] // allocations of tests that run in parallel would count
public sealed class ForeignRequests
{
    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("localhost:8080", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("evil.example.com", 421)] // whose name was made to lead to this machine
    [InlineData("localhost.evil.example.com", 421)]
    [InlineData("127.0.0.1.evil.example.com", 421)]
    [InlineData("192.168.1.5", 421)]
    [InlineData("metadata.google.internal", 421)]
    [InlineData("127.0.0.1@evil.example.com", 400)]
    public async Task AreAcceptedOnlyForLocalHostNames(string host, int status)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(status, (await bench.SendAsync(HttpMethod.Get, "/_/oidc/audience", null, ("Host", host))).Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", 202)]
    [InlineData("http://localhost", 202)]
    [InlineData("https://evil.example.com", 403)]
    [InlineData("http://localhost.evil.example.com", 403)]
    [InlineData("null", 403)]
    [InlineData("file://", 403)]
    [InlineData("chrome-extension://abc", 403)]
    public async Task FromAnotherOriginAreRejected(string origin, int status)
    {
        await using var bench = await Bench.StartAsync();

        using var body = new StringContent("{}");

        Assert.Equal(status, (await bench.SendAsync(HttpMethod.Post, "/_/oidc/burn-token", body, ("Origin", origin))).Status);
    }

    [Theory]
    [InlineData("pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw")]
    [InlineData("")]
    public async Task WithoutATokenLeaveNothingOnDisk(string token)
    {
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync(new() { DataDirectory = directory.Path });
        Directory.Delete(directory.Combine("incoming")); // whoever writes a file now fails

        var reply = await bench.UploadAsync(token, Sample.Wheel(text: new string('x', 1 << 20)));

        Assert.Equal(403, reply.Status);
        Assert.Equal("greeter-1.0.0-py3-none-any.whl", Assert.Single(bench.Index.Requests, request => request.Path == "/legacy/").FileName);
    }

    [Fact]
    public async Task AreStoredOnlyUpToTheFileLimit()
    {
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync(new() { DataDirectory = directory.Path, MaximumFileSize = 1 << 20 });
        var largest = 0L;
        using var body = new Endless(64 << 20, () => largest = Math.Max(largest, Directory.EnumerateFiles(directory.Combine("incoming")).Select(file => new FileInfo(file).Length).DefaultIfEmpty().Max()));

        using var form = Form(body);
        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/", form, ("Authorization", Bench.Basic("__token__", await bench.TokenAsync())));

        Assert.Equal(400, reply.Status);
        Assert.InRange(largest, 0, 1 << 20);
    }

    [Theory]
    [InlineData("/_/sigstore/api/v1/log/entries")]
    [InlineData("/_/sigstore/api/v2/signingCert")]
    [InlineData("/_/oidc/mint-token")]
    public async Task AreNotStoredIfTooLongForTheirKind(string path)
    {
        await using var bench = await Bench.StartAsync();
        using var body = new Endless(200 << 20);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var reply = await bench.SendAsync(HttpMethod.Post, path, body);

        Assert.InRange(reply.Status, 400, 422);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 48L << 20);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The form disposes its parts.")]
    private static MultipartFormDataContent Form(HttpContent file) => new() { { new StringContent("file_upload"), ":action" }, { new StringContent("greeter"), "name" }, { new StringContent("1.0"), "version" }, { file, "content", "greeter-1.0-py3-none-any.whl" } };

    /// <summary>Many zeros.</summary>
    private sealed class Endless(long length, Action? onPiece = null) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[1 << 16];
            for (var sent = 0L; sent < length; sent += piece.Length)
            {
                await stream.WriteAsync(piece);
                onPiece?.Invoke();
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
