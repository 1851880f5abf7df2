using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

/// <summary>Pipes and devices in place of distributions: nothing waits for them or reads them endlessly.</summary>
public sealed class HostileFolders : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HaveTheDigestOfEmptyContent(bool pipe)
    {
        await MakeAsync("greeter-1.0.tar.gz", pipe);

        var checksums = ChecksumFile.Write(folder.Path, ["greeter-1.0.tar.gz"]);

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  greeter-1.0.tar.gz\n", await File.ReadAllTextAsync(checksums, TestContext.Current.CancellationToken));
    }

    private async Task MakeAsync(string name, bool pipe) => _ = pipe ? await NotRegular.PipeAsync(folder.Combine(name)) : NotRegular.LinkToDevice(folder.Combine(name));
}
