namespace TrustedPublishing.Rehearsal.Tests.Serving;

public sealed class ProvenanceOfAFile
{
    private const string Path = "/integrity/greeter/1.0.0/greeter-1.0.0-py3-none-any.whl/provenance";

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/xml")]
    [InlineData("application/octet-stream")]
    public async Task IsServedAsJsonOnly(string accept)
    {
        await using var bench = await UploadedAsync();

        var reply = await bench.GetAsync(Path, accept);

        Assert.Equal((406, """{"message": "Request not acceptable"}"""), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task IsMissingForAFileWithoutAttestations(string? accept)
    {
        await using var bench = await UploadedAsync();

        var reply = await bench.GetAsync(Path, accept);

        Assert.Equal((404, """{"message": "No provenance available for greeter-1.0.0-py3-none-any.whl"}"""), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("/integrity/other/1.0.0/greeter-1.0.0-py3-none-any.whl/provenance")]
    [InlineData("/integrity/greeter/2/greeter-1.0.0-py3-none-any.whl/provenance")]
    [InlineData("/integrity/greeter/1.0.0/other.whl/provenance")]
    [InlineData("/integrity/greeter")]
    public async Task IsAnErrorPageForAnythingUnknown(string path)
    {
        await using var bench = await UploadedAsync();

        var reply = await bench.GetAsync(path, "text/html");

        Assert.Equal((404, "text/html; charset=UTF-8"), (reply.Status, reply.Headers["Content-Type"]));
    }

    private static async Task<Bench> UploadedAsync()
    {
        var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        return bench;
    }
}
