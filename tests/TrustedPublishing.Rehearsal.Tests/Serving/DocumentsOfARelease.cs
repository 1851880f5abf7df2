using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Serving;

public sealed class DocumentsOfARelease
{
    [Fact]
    public async Task DescribeEveryFile()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        await bench.UploadAsync(await bench.TokenAsync(), wheel, new("summary", "Greets"), new("requires_dist", "attrs"), new("project_urls", "Home, https://example.com/"));

        var document = (await bench.GetAsync("/pypi/greeter/1.0/json")).Json;

        Assert.Equal("Greets", document["info"]!["summary"]!.GetValue<string>());
        Assert.Equal("""["attrs"]""", document["info"]!["requires_dist"]!.ToJsonString());
        Assert.Equal("""{"Home":"https://example.com/"}""", document["info"]!["project_urls"]!.ToJsonString());
        var file = Assert.Single(document["urls"]!.AsArray())!;
        Assert.Equal(wheel.Sha256, file["digests"]!["sha256"]!.GetValue<string>());
        Assert.Equal(32, file["digests"]!["md5"]!.GetValue<string>().Length);
        Assert.Equal(64, file["digests"]!["blake2b_256"]!.GetValue<string>().Length);
        Assert.Equal(("bdist_wheel", "py3"), (file["packagetype"]!.GetValue<string>(), file["python_version"]!.GetValue<string>()));
        Assert.Null(document["releases"]);
    }

    [Fact]
    public async Task AreOfTheLatestFinalVersionByDefault()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        foreach (var version in new[] { "1.9", "1.10", "2.0rc1", "1.11" })
        {
            await bench.UploadAsync(token, Sample.Wheel(version: version));
        }

        bench.Index.CreateProject("greeter").Yank("1.11");
        var document = (await bench.GetAsync("/pypi/greeter/json")).Json;

        Assert.Equal("1.10", document["info"]!["version"]!.GetValue<string>());
        Assert.Equal(4, document["releases"]!.AsObject().Count);
    }

    [Theory]
    [InlineData("/pypi/unknown/json")]
    [InlineData("/pypi/greeter/json")]
    [InlineData("/pypi/greeter/9/json")]
    public async Task DoNotExistBeforeARelease(string path)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.GetAsync(path);

        Assert.Equal((404, """{"message": "Not Found"}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task HaveACanonicalAddress()
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());

        var reply = await bench.GetAsync("/pypi/Greeter/json");

        Assert.Equal((301, "/pypi/greeter/json"), (reply.Status, reply.Headers["Location"]));
    }

    [Fact]
    public async Task KeepTheMetadataOfTheFirstUpload()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel(), new FormField("summary", "first"));
        await bench.UploadAsync(token, Sample.Sdist(), new FormField("summary", "second"));

        Assert.Equal("first", (await bench.GetAsync("/pypi/greeter/json")).Json["info"]!["summary"]!.GetValue<string>());
    }
}
