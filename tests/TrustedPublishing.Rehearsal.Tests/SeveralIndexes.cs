namespace TrustedPublishing.Rehearsal.Tests;

public sealed class SeveralIndexes
{
    [Fact]
    public async Task ShareNothing()
    {
        await using var one = await Bench.StartAsync();
        await using var other = await Bench.StartAsync();
        var token = await one.TokenAsync();

        Assert.NotEqual(one.Index.BaseUrl, other.Index.BaseUrl);
        Assert.Equal(422, (await other.MintAsync(await one.IdentityAsync())).Status);
        Assert.Equal(403, (await other.UploadAsync(token, Sample.Wheel())).Status);
        Assert.Equal(200, (await one.UploadAsync(token, Sample.Wheel())).Status);
        Assert.Empty(other.Index.Files);
    }

    [Fact]
    public async Task CannotShareAPort()
    {
        await using var one = await Bench.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => RehearsalIndex.StartAsync(new() { Port = one.Index.BaseUrl.Port }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LeaveNothingBehind()
    {
        string path;
        await using (var bench = await Bench.StartAsync())
        {
            await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
            path = Assert.Single(bench.Index.Files).Path;
            Assert.True(File.Exists(path));
        }

        Assert.False(File.Exists(path));
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public async Task AreAddressedLikeAnyOther()
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal($"{bench.Index.BaseUrl}legacy/", bench.Index.Index.UploadUrl.AbsoluteUri);
        Assert.Equal($"{bench.Index.BaseUrl}simple/", bench.Index.Index.SimpleUrl.AbsoluteUri);
    }
}
