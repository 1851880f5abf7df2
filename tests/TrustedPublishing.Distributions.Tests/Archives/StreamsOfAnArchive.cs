using System.Globalization;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>What is read of an archive, and how: positions, lengths, and everything that a stream for reading refuses.</summary>
public sealed class StreamsOfAnArchive
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)((i * 7) ^ (i >> 8)))];

    /// <summary>Accesses and the resulting reads, each as offset and length.</summary>
    [Theory]
    [InlineData("0+10", "0+2048")]
    [InlineData("0+10 5+10 2038+10", "0+2048")] // up to the last byte of the window
    [InlineData("5000+10 5000+10 5010+10", "5000+2048")]
    [InlineData("0+10 2039+10", "0+2048 2039+65536")] // continues in the window
    [InlineData("5000+10 7048+10", "5000+2048 7048+65536")] // continues at its end
    [InlineData("5000+10 7049+10", "5000+2048 7049+2048")]
    [InlineData("5000+10 4000+10", "5000+2048 4000+2048")]
    [InlineData("0+10 0+3000", "0+2048 0+65536")]
    [InlineData("100000+10 90000+70000", "100000+2048 90000+70000")] // more than a window
    [InlineData("199990+100", "199990+10")]
    [InlineData("199990+10 200000+1 199990+10", "199990+10")]
    [InlineData("-1+1", "")]
    public void AreReadAheadOnlyInSequence(string accesses, string reads)
    {
        using var stream = new RecordingStream(Content.Length);
        var archive = new ArchiveBytes(stream);

        foreach (var (offset, count) in accesses.Split(' ').Select(Access))
        {
            var expected = offset < 0 ? [] : Content.Skip(offset).Take(count);
            Assert.Equal(expected, archive.At(offset, count).ToArray());
        }

        Assert.Equal(reads, string.Join(' ', stream.Reads));
    }

    [Fact]
    public void MayEndEarlierThanTheirLength()
    {
        using var stream = new RecordingStream(Content.Length + 5);

        Assert.Equal(Content[^3..], new ArchiveBytes(stream).At(Content.Length - 3, 8).ToArray());
    }

    [Theory]
    [InlineData(2, 3, 3)]
    [InlineData(199_998, 2, 2)]
    [InlineData(199_998, 10, 2)]
    [InlineData(200_000, 10, 0)]
    [InlineData(200_005, 10, 0)]
    public void HaveSlices(int offset, int count, int length)
    {
        using var stream = new MemoryStream(Content);
        using var slice = new ArchiveBytes(stream).From(offset, count);
        using var copy = new MemoryStream();
        slice.CopyTo(copy);

        Assert.Equal((length, length), (slice.Length, slice.Position));
        Assert.Equal(Content.Skip(offset).Take(length), copy.ToArray());
    }

    [Fact]
    public void KnowTheirLastReadAndWhetherMoreWasRequested()
    {
        using var slice = new ArchiveSlice(new MemoryStream(Content), 100, 10);
        (long, long, bool) After(int count)
        {
            slice.ReadAtLeast(new byte[count], count, throwOnEndOfStream: false);
            return (slice.Position, slice.LastRead, slice.Exhausted);
        }

        Assert.Equal((6, 0, false), After(6));
        Assert.Equal((10, 6, false), After(4));
        Assert.Equal(0, slice.Read(Span<byte>.Empty));
        Assert.Equal((10, 6, false), (slice.Position, slice.LastRead, slice.Exhausted));
        Assert.Equal((10, 6, true), After(1));
    }

    [Fact]
    public void CannotBeChangedAndSeekOnlyWhereTheySaySo()
    {
        using var forward = new ArchiveSlice(new MemoryStream(Content), 0, 10);
        using var seekable = new RewindableStream(() => new MemoryStream(Content), Content.Length);

        Assert.Equal((true, false, false), (forward.CanRead, forward.CanSeek, forward.CanWrite));
        Assert.Equal((true, true, false), (seekable.CanRead, seekable.CanSeek, seekable.CanWrite));
        Assert.Throws<NotSupportedException>(() => forward.Position = 1);
        Assert.Throws<NotSupportedException>(() => forward.Seek(1, SeekOrigin.Begin));
        Assert.All<Stream>([forward, seekable], stream =>
        {
            Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
            Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
            stream.Flush();
        });
    }

    [Theory]
    [InlineData(SeekOrigin.Begin, 7, 7)]
    [InlineData(SeekOrigin.Current, 7, 17)]
    [InlineData(SeekOrigin.Current, -7, 3)]
    [InlineData(SeekOrigin.End, -7, 199_993)]
    public void SeekFromEveryOrigin(SeekOrigin origin, int offset, int position)
    {
        using var stream = new RewindableStream(() => new MemoryStream(Content), Content.Length);
        stream.ReadExactly(new byte[10]);

        Assert.Equal(position, stream.Seek(offset, origin));
        Assert.Equal(position, stream.Position);
        Assert.Equal(Content[position], stream.ReadByte());
    }

    [Fact]
    public void EndWithTheMemberOfATarArchive()
    {
        using var archive = new TarReader(new MemoryStream(new TarForge().File("a", "hello").File("b", "").End().Compressed()));
        using var stream = new TarMemberStream(archive, archive.Next()!.Size);

        Assert.Equal((2, 2L, 5L), (stream.Read(new byte[2]), stream.Position, stream.Length));
        Assert.Equal((0, 2L), (stream.Read([]), stream.Position));
        Assert.Equal((3, 5L), (stream.Read(new byte[100]), stream.Position));
        Assert.Equal((0, 5L), (stream.Read(new byte[100]), stream.Position));
        Assert.Equal("b", archive.Next()!.Name);
    }

    [Fact]
    public void DoNotEndBeforeTheMemberOfATarArchive()
    {
        using var archive = new TarReader(new MemoryStream(Gzip.Compress(new TarForge().File("a", "hello").ToArray()[..514])));
        using var stream = new TarMemberStream(archive, archive.Next()!.Size);

        Assert.Equal(2, stream.Read(new byte[5]));
        Assert.Contains("unexpected end of data", Assert.Throws<UnacceptableArchiveException>(() => stream.Read(new byte[5])).Remedy, StringComparison.Ordinal);
    }

    private static (int Offset, int Count) Access(string text) =>
        (int.Parse(text.Split('+')[0], CultureInfo.InvariantCulture), int.Parse(text.Split('+')[1], CultureInfo.InvariantCulture));

    private sealed class RecordingStream(long length) : MemoryStream(Content)
    {
        public List<string> Reads { get; } = [];

        public override long Length => length;

        public override int Read(Span<byte> buffer)
        {
            Reads.Add($"{Position}+{buffer.Length}");
            return base.Read(buffer);
        }
    }
}
