using System.Diagnostics.CodeAnalysis;
using System.Text;
using CsCheck;
using TrustedPublishing.Rehearsal.Uploading;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>Bodies arrive in pieces of any size, depending on the network.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Any bytes will do, and the same ones for a seed.")]
public sealed class FormsInPieces
{
    private const string Boundary = "0123456789abcdef";

    [Fact]
    public Task AreReadAsAWhole() => Gen.Select(Gen.Int[0, 1_200_000], Gen.OneOf(Gen.Int[1, 64], Gen.Int[1, 5_000], Gen.Int[1, 400_000]), Gen.Int[0, 1 << 30]).SampleAsync(async (length, largestPiece, seed) =>
    {
        var random = new Random(seed);
        var content = new byte[length];
        random.NextBytes(content);
        using var body = new Pieces([.. Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\n"), .. content, .. Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n")], random, largestPiece);
        var form = new MultipartForm(body, Boundary);

        Assert.NotNull(await form.NextAsync(TestContext.Current.CancellationToken));
        await using var part = form.AsStream();
        using var read = new MemoryStream();
        var buffer = new byte[1 << 18];
        for (int count; (count = await part.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken)) > 0;)
        {
            read.Write(buffer.AsSpan(0, count));
        }

        Assert.True(content.AsSpan().SequenceEqual(read.ToArray()), $"{read.Length} of {length} bytes");
        Assert.Null(await form.NextAsync(TestContext.Current.CancellationToken));
    }, iter: 100, threads: 1);

    /// <summary>Returns an arbitrary number of bytes at a time.</summary>
    private sealed class Pieces(byte[] content, Random random, int largest) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, largest + 1))], cancellationToken);
    }
}
