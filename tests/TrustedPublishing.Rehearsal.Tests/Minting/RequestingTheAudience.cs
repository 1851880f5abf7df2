namespace TrustedPublishing.Rehearsal.Tests.Minting;

public sealed class RequestingTheAudience
{
    [Fact]
    public async Task ReturnsJson()
    {
        await using var bench = await Bench.StartAsync(new() { Audience = "testpypi" });

        var reply = await bench.GetAsync("/_/oidc/audience");

        Assert.Equal((200, """{"audience":"testpypi"}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task IsForbiddenIfTrustedPublishingIsDisabled()
    {
        await using var bench = await Bench.StartAsync(new() { OffersTrustedPublishing = false });

        var reply = await bench.GetAsync("/_/oidc/audience");

        Assert.Equal((403, "Trusted publishing functionality not enabled"), (reply.Status, reply.Json["message"]!.GetValue<string>()));
    }
}
