using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;
using TrustedPublishing.Release;
using TrustedPublishing.Testing;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class TheUploadRequest
{
    private const string Boundary = "--------0123456789abcdef";

    [Fact]
    public async Task HasQuotedNamesAndOneFileOfKnownLength()
    {
        var content = "the bytes of the wheel"u8.ToArray();
        using var body = Body(content, content.Length);
        using var request = UploadSend.CreateRequest(PackageIndex.PyPI, new("Basic", "***"), body, askFirst: false);

        var sent = await body.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(sent.Length, body.Headers.ContentLength);
        var headers = string.Concat(request.Headers.Concat(body.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}\n"));
        await Verifier.Verify($"{request.Method} {request.RequestUri}\n{headers}\n{Encoding.UTF8.GetString(sent).ReplaceLineEndings("\n")}");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public async Task IsAbortedIfTheLengthOfTheFileChanged(int inspected)
    {
        using var body = Body(new byte[20], inspected);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => body.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.NotNull(FileFaultException.In(failure));
        Assert.Equal((inspected == 30, false), (body.IsStarted, body.IsComplete));
    }

    [Fact]
    public async Task SendsLargeFilesInPiecesAndCountsThem()
    {
        var content = new byte[(1 << 20) + 17];
        RandomNumberGenerator.Fill(content);
        var counts = new List<long>();
        using var body = new UploadBody(new([]), "big.whl", () => new MemoryStream(content), content.Length, Digest(content), Boundary, counts.Add);

        var sent = await body.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True(sent.AsSpan().IndexOf(content) > 0);
        Assert.True(counts.Count > 2);
        Assert.Equal(content.Length, counts[^1]);
        Assert.Equal(counts.Order(), counts);
        Assert.Equal((true, true), (body.IsStarted, body.IsComplete));
    }

    [Fact]
    public async Task DoesNotEndBeforeTheFileHasBeenRead()
    {
        var content = new SlowContent();
        using var body = new UploadBody(new([]), "slow.whl", () => content, 4, Digest([1, 2, 3, 4]), Boundary, _ => { });

        var sending = body.CopyToAsync(new BrokenConnection(), TestContext.Current.CancellationToken);

        Assert.False(sending.IsCompleted);
        content.Rest.SetResult(0);
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
    }

    [Fact]
    public async Task CanBeSentAgain()
    {
        using var body = Body([1, 2, 3], 3);

        var (once, again) = (new MemoryStream(), new MemoryStream());
        await body.CopyToAsync(once, TestContext.Current.CancellationToken);
        await body.CopyToAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(once.ToArray(), again.ToArray());
    }

    [Fact]
    public void DetectsAFileModifiedSinceItsInspection()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Write("greeter-1.0.tar.gz", "as it was");
        var stamp = FileFingerprint.FromFile(path);
        stamp.Open(path).Dispose();
        File.SetLastWriteTimeUtc(path, stamp.LastWriteUtc.AddSeconds(1));

        Assert.Contains("changed", Assert.Throws<FileFaultException>(() => stamp.Open(path)).Message, StringComparison.Ordinal);

        File.Delete(path);
        Assert.Throws<FileFaultException>(() => stamp.Open(path));
    }

    private static UploadBody Body(byte[] content, long size)
    {
        var distribution = Sample.Wheel(metadata: [("Summary", "Grüße — 世界"), ("Requires-Dist", "rich>=13"), ("Requires-Dist", "a\"b"), ("Requires-Python", ">=3.9"), ("Description", "# Greeter\n\nsays hello\n")]);
        return new(UploadForm.From(distribution), "gree\"ter-1.0-py3-none-any.whl", () => new MemoryStream(content), size, Digest(content), Boundary, _ => { });
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Has one block, and the next read takes as long as the test wants.</summary>
    private sealed class SlowContent() : MemoryStream([1, 2])
    {
        public TaskCompletionSource<int> Rest { get; } = new();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? await base.ReadAsync(buffer, cancellationToken) : await Rest.Task;
    }

    /// <summary>Takes the head and fails at the first block of the file.</summary>
    private sealed class BrokenConnection : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            buffer.Length == 2 ? throw new IOException("reset by peer") : base.WriteAsync(buffer, cancellationToken);
    }
}
