using TrustedPublishing.Rehearsal.Tokens;

namespace TrustedPublishing.Rehearsal.Tests.Tokens;

public sealed class ApiTokensOnTheWire
{
    [Fact]
    public async Task StateTheirOwnerAndExpiry()
    {
        await using var bench = await Bench.StartAsync();
        var now = bench.Time.GetUtcNow().ToUnixTimeSeconds();

        Assert.True(Macaroon.TryParse(await bench.TokenAsync(), out var token));

        Assert.Equal("127.0.0.1", token.Location);
        Assert.True(Guid.TryParse(token.Identifier, out _));
        Assert.Collection(
            token.Caveats,
            caveat => Assert.Matches("""^\[4,"[0-9a-f-]{36}",null\]$""", caveat),
            caveat => Assert.Matches("""^\[2,\["[0-9a-f-]{36}"\]\]$""", caveat),
            caveat => Assert.Equal($"[0,{now + 900},{now}]", caveat));
    }

    /// <summary>The signature in libmacaroons' own documentation (README, "Creating Your First Macaroon" and the caveat after it).</summary>
    [Fact]
    public void AreSignedLikeMacaroons()
    {
        var key = "this is our super secret key; only we should know it"u8.ToArray();

        var plain = Macaroon.Sign(key, "http://mybank/", "we used our secret key", []);
        var narrowed = plain.Narrowed("test = caveat");

        Assert.Equal("e3d9e02908526c4c0039ae15114115d97fdd68bf2ba379b342aaf0f617d0552f", Convert.ToHexStringLower(plain.Signature.Span));
        Assert.Equal("197bac7a044af33332865b9266e26d493bdd668a660e44d88ce1a998c23dbd67", Convert.ToHexStringLower(narrowed.Signature.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pypi-")]
    [InlineData("pypi-!!!")]
    [InlineData("pypi-AgE")]
    [InlineData("pypi-AAAA")]
    [InlineData("npm-AgEIcHlwaS5vcmc")]
    public void AreRecognisedByTheirForm(string text) => Assert.False(Macaroon.TryParse(text, out _));

    [Fact]
    public async Task CanBeRestrictedByTheirHolder()
    {
        await using var bench = await Bench.StartAsync();
        var end = bench.Time.GetUtcNow().ToUnixTimeSeconds() + 10;
        Assert.True(Macaroon.TryParse(await bench.TokenAsync(), out var token));
        var narrowed = token.Narrowed($"[0,{end},0]").ToToken();

        var before = await bench.UploadAsync(narrowed, Sample.Wheel());
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        var after = await bench.UploadAsync(narrowed, Sample.Sdist());

        Assert.Equal(200, before.Status);
        Assert.Equal((403, "Invalid API Token: token is expired"), (after.Status, after.Reason));
    }

    [Fact]
    public async Task CannotBeExtended()
    {
        await using var bench = await Bench.StartAsync();
        Assert.True(Macaroon.TryParse(await bench.TokenAsync(), out var token));

        var reply = await bench.UploadAsync((token with { Caveats = [] }).ToToken(), Sample.Wheel());

        Assert.Equal((403, "Invalid API Token: signatures do not match"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task ExpireWithRepeatedMessages()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(900));
        var reply = await bench.UploadAsync(token, Sample.Wheel());

        Assert.Equal((403, "Invalid API Token: token is expired, token is expired"), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData(899, 200)]
    [InlineData(900, 403)]
    public async Task ExpireToTheSecond(int seconds, int status)
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(status, (await bench.UploadAsync(token, Sample.Wheel())).Status);
    }

    [Fact]
    public async Task EndWhenTheyAreRevoked()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();

        var burnt = await bench.PostAsync("/_/oidc/burn-token", $$"""{"token":"{{token}}"}""");
        var reply = await bench.UploadAsync(token, Sample.Wheel());

        Assert.Equal(202, burnt.Status);
        Assert.Equal("Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information.", reply.Reason);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"token":"pypi-unknown"}""")]
    [InlineData("""{"token":7}""")]
    public async Task AreNotDisclosedByRevocation(string body)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(202, (await bench.PostAsync("/_/oidc/burn-token", body)).Status);
    }

    [Fact]
    public async Task CannotBeRevokedIfThatIsNotSupported()
    {
        await using var bench = await Bench.StartAsync(new() { BurnOffered = false });

        Assert.Equal(404, (await bench.PostAsync("/_/oidc/burn-token", "{}")).Status);
    }
}
