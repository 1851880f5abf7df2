namespace TrustedPublishing.Rehearsal.Tests.Uploading;

public sealed class ExpiredCredentials
{
    private const string Unknown = "Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information.";

    private const string Expired = "Invalid API Token: token is expired, token is expired";

    [Theory]
    [InlineData(899, null)]
    [InlineData(900, Expired)]
    [InlineData((24 * 3600) - 1, Expired)]
    [InlineData(24 * 3600, Unknown)]
    public async Task AreForgottenAfterADay(int seconds, string? refusal)
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(seconds));
        var reply = await bench.UploadAsync(token, Sample.Wheel());

        Assert.Equal((refusal is null ? 200 : 403, refusal ?? "OK"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task OfAUserAreNotForgotten()
    {
        await using var bench = await Bench.StartAsync();
        var token = bench.Index.AddUserToken("owner").Reveal();

        bench.Time.Advance(TimeSpan.FromDays(365));

        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel())).Status);
    }

    [Fact]
    public async Task EndWithTheirPublisher()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher, Bench.Publisher with { Environment = "pypi", Projects = ["greeter"] });
        var (token, other) = (await bench.TokenAsync(), await bench.TokenAsync(new() { Environment = "pypi" }));

        bench.Index.Unregister(Bench.Publisher);

        var reply = await bench.UploadAsync(token, Sample.Wheel());
        Assert.Equal((403, Unknown), (reply.Status, reply.Reason));
        Assert.Equal(200, (await bench.UploadAsync(other, Sample.Wheel())).Status);
        Assert.StartsWith("invalid-publisher: ", (await bench.MintAsync(await bench.IdentityAsync(new()))).MintError(), StringComparison.Ordinal);
    }
}
