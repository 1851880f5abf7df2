using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

/// <summary>Pipes and devices in the place of checksums, distributions and texts: nothing waits for them, nothing reads them without end.</summary>
public sealed class HostileFolders : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HaveNoChecksums(bool pipe)
    {
        await MakeAsync(ChecksumFile.FileName, pipe);

        Assert.Empty(ChecksumFile.Read(folder.Combine(ChecksumFile.FileName)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HaveOtherBytesThanWereListed(bool pipe)
    {
        folder.Write(ChecksumFile.FileName, $"{new string('a', 64)}  greeter-1.0.tar.gz\n");
        await MakeAsync("greeter-1.0.tar.gz", pipe);

        Assert.Equal(["greeter-1.0.tar.gz"], ChecksumFile.Verify(folder.Path).Changed);
    }

    [Fact]
    public void HaveChecksumsOfALimitedSize()
    {
        folder.Write(ChecksumFile.FileName, new string('a', 5 << 20));

        Assert.Throws<IOException>(() => ChecksumFile.Read(folder.Combine(ChecksumFile.FileName)));
    }

    private async Task MakeAsync(string name, bool pipe) => _ = pipe ? await NotRegular.PipeAsync(folder.Combine(name)) : NotRegular.LinkToDevice(folder.Combine(name));
}
