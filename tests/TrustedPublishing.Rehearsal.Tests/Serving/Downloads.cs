using System.Security.Cryptography;
using System.Text;

namespace TrustedPublishing.Rehearsal.Tests.Serving;

public sealed class Downloads
{
    [Fact]
    public async Task ReturnTheBytesThatWereSent()
    {
        await using var bench = await Bench.StartAsync();
        var sdist = Sample.Sdist();
        await bench.UploadAsync(await bench.TokenAsync(), sdist);
        using var http = new HttpClient();

        var bytes = await http.GetByteArrayAsync(Assert.Single(bench.Index.Files).Url, TestContext.Current.CancellationToken);

        Assert.Equal(sdist.Content, bytes);
    }

    [Fact]
    public async Task IncludeTheMetadataOfWheels()
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        var page = await bench.GetAsync("/simple/greeter/", "application/vnd.pypi.simple.v1+json");

        var metadata = await bench.GetAsync(Assert.Single(bench.Index.Files).Url.AbsolutePath + ".metadata");

        Assert.StartsWith("Metadata-Version: 2.1\nName: greeter\n", metadata.Body, StringComparison.Ordinal);
        Assert.Equal(
            page.Json["files"]![0]!["core-metadata"]!["sha256"]!.GetValue<string>(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(metadata.Body))));
    }

    [Fact]
    public async Task OfSdistsHaveNoMetadata()
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Sdist());

        Assert.Equal(404, (await bench.GetAsync(Assert.Single(bench.Index.Files).Url.AbsolutePath + ".metadata")).Status);
    }

    [Theory]
    [InlineData("/packages/")]
    [InlineData("/packages/../state.json")]
    [InlineData("/packages/%2e%2e/%2e%2e/state.json")]
    [InlineData("/nothing")]
    public async Task ExistForKnownFilesOnly(string path)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(404, (await bench.GetAsync(path)).Status);
    }
}
