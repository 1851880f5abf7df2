using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

/// <summary>The cases M1 to M18 of the server's own tests.</summary>
public sealed class ExchangingAnIdentity
{
    [Fact]
    public async Task ReturnsATokenForFifteenMinutes()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.MintAsync(await bench.IdentityAsync());

        Assert.Equal(200, reply.Status);
        Assert.Equal(["expires", "success", "token"], reply.Json.AsObject().Select(member => member.Key));
        Assert.Equal(bench.Time.GetUtcNow().ToUnixTimeSeconds() + 900, reply.Json["expires"]!.GetValue<long>());
        Assert.StartsWith("pypi-AgE", reply.Json["token"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("12345")]
    [InlineData("3.14")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"wrongkey":""}""")]
    [InlineData("""{"token":3.14}""")]
    [InlineData("""{"token":0}""")]
    [InlineData("""{"token":[""]}""")]
    [InlineData("""{"token":[]}""")]
    [InlineData("""{"token":{}}""")]
    [InlineData("")]
    [InlineData("token=abc")]
    public async Task NeedsAPayload(string body)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.PostAsync("/_/oidc/mint-token", body);

        Assert.Equal(422, reply.Status);
        Assert.Equal("Token request failed", reply.Json["message"]!.GetValue<string>());
        Assert.StartsWith("invalid-payload: 1 validation error for TokenPayload\n", reply.MintError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-a-jwt")]
    [InlineData("e30.e30.")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public async Task NeedsAJwtWithAnIssuer(string token)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal("invalid-payload: malformed JWT", (await bench.MintAsync(token)).MintError());
    }

    [Fact]
    public async Task NeedsAKnownIssuer()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.MintAsync(bench.Index.IssueIdentity(new Dictionary<string, object?> { ["iss"] = "https://token.actions.githubusercontent.com/" }).Reveal());

        Assert.Equal("invalid-payload: unknown trusted publishing issuer", reply.MintError());
    }

    [Theory]
    [InlineData("https://token.actions.githubusercontent.com", "github")]
    [InlineData("https://gitlab.com", "gitlab")]
    [InlineData("https://accounts.google.com", "google")]
    [InlineData("https://platform.activestate.com/api/v1/oauth/oidc", "activestate")]
    public async Task NeedsAnEnabledProvider(string issuer, string provider)
    {
        await using var bench = await Bench.StartAsync(new() { DisabledProviders = [provider] });

        var reply = await bench.MintAsync(bench.Index.IssueIdentity(new Dictionary<string, object?> { ["iss"] = issuer }).Reveal());

        Assert.Equal($"not-enabled: {provider} trusted publishing functionality not enabled", reply.MintError());
    }

    [Fact]
    public async Task NeedsAPublisher()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.MintAsync(await bench.IdentityAsync(new() { Repository = "other" }));

        Assert.Equal("invalid-publisher: valid token, but no corresponding publisher (Publisher with matching claims was not found)", reply.MintError());
    }

    [Fact]
    public async Task DoesNotConsumeAnIdentityWithoutAPublisher()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync(new() { Repository = "other" });

        var before = await bench.MintAsync(identity);
        bench.Index.Register(Bench.Publisher with { Repository = "other" });
        var after = await bench.MintAsync(identity);

        Assert.Equal(422, before.Status);
        Assert.Equal(200, after.Status);
    }

    [Fact]
    public async Task IgnoresUnknownClaims()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.MintAsync(await bench.IdentityAsync(new() { Claims = new Dictionary<string, object?> { ["future"] = true, ["repo_property_team"] = "x", ["sub"] = "custom" } }));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task WorksAtTheOldAddressToo()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.PostAsync("/_/oidc/github/mint-token", new JsonObject { ["token"] = await bench.IdentityAsync() }.ToJsonString());

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task AcceptsOnlyPost()
    {
        await using var bench = await Bench.StartAsync();

        var (mint, audience) = (await bench.GetAsync("/_/oidc/mint-token"), await bench.PostAsync("/_/oidc/audience", ""));

        Assert.Equal((405, "POST"), (mint.Status, mint.Headers["Allow"]));
        Assert.Equal((405, "GET"), (audience.Status, audience.Headers["Allow"]));
    }

    [Theory]
    [InlineData("repository", "octo-org")]
    [InlineData("repository_owner_id", 123456)]
    public async Task FailsWithStatus500OnClaimsTheServerCannotRead(string claim, object value)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.MintAsync(await bench.IdentityAsync(new() { Claims = new Dictionary<string, object?> { [claim] = value } }));

        Assert.Equal(500, reply.Status);
    }
}
