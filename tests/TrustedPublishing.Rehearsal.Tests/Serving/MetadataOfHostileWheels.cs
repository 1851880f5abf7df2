using TrustedPublishing.Rehearsal.Uploading;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Rehearsal.Tests.Serving;

/// <summary>What the index extracts from an accepted wheel, whatever the wheel claims. Only the thread's own allocations count.</summary>
public sealed class MetadataOfHostileWheels : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void IsThatOfTheWheel() => Assert.Equal(TestWheel.Metadata, System.Text.Encoding.UTF8.GetString(Read(TestWheel.Bytes()).Metadata!));

    [Fact]
    public void IsNotSearchedForAmongAMillionMembers() => HasNone(HostileZips.ManyMembers(1_000_000));

    [Fact]
    public void IsNotUnpackedIfItIsABomb() =>
        HasNone(ZipForge.Pack(TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", new byte[65 * Megabyte]).Deflated())));

    [Fact]
    public void IsNotTrustedAboutItsSize() =>
        HasNone(ZipForge.Pack(TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", "x") with { CentralSize = 65u * Megabyte, LocalSize = 65u * Megabyte })));

    [Fact]
    public void DoesNotExistInAnInvalidArchive() => HasNone("not an archive"u8.ToArray());

    private void HasNone(byte[] content)
    {
        var (metadata, allocated) = Read(content);

        Assert.Null(metadata);
        Assert.True(allocated < Megabyte, $"{allocated} bytes");
    }

    private (byte[]? Metadata, long Allocated) Read(byte[] content)
    {
        var path = folder.Combine(TestWheel.FileName);
        File.WriteAllBytes(path, content);
        var uploaded = new UploadedContent { FileName = TestWheel.FileName, ContentType = "", Path = path, Size = content.Length, Md5 = "", Sha256 = "", Blake2 = "" };
        WheelMetadata.Read(uploaded);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var metadata = WheelMetadata.Read(uploaded);
        return (metadata, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
