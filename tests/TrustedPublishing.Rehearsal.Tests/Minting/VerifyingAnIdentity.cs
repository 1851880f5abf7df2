using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

/// <summary>The response is the same whatever is wrong with a signature or a registered claim.</summary>
public sealed class VerifyingAnIdentity
{
    private const string Invalid = "invalid-token: malformed or invalid token";

    private static readonly string[] Audiences = ["pypi"];

    [Fact]
    public Task RejectsAnotherAudience() => Refuses("aud", "testpypi");

    [Fact]
    public Task RejectsAListOfAudiences() => Refuses("aud", Audiences);

    [Fact]
    public Task RejectsATokenWithoutAudience() => Refuses("aud", null);

    [Fact]
    public Task RejectsATokenWithoutExpiry() => Refuses("exp", null);

    [Fact]
    public Task RejectsATokenWithoutTimeOfIssue() => Refuses("iat", null);

    [Fact]
    public Task RejectsASubjectThatIsNotAString() => Refuses("sub", 7);

    [Fact]
    public Task RejectsAnIdentifierThatIsNotAString() => Refuses("jti", 7);

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task AllowsHalfAMinuteAfterExpiry(int seconds, bool isAccepted)
    {
        await using var bench = await Bench.StartAsync(new() { IdentityLife = TimeSpan.FromMinutes(5) });
        var identity = await bench.IdentityAsync();

        bench.Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(seconds));

        Assert.Equal(isAccepted ? 200 : 422, (await bench.MintAsync(identity)).Status);
    }

    [Theory]
    [InlineData("nbf", 30, true)]
    [InlineData("nbf", 31, false)]
    [InlineData("iat", 30, true)]
    [InlineData("iat", 31, false)]
    public async Task AllowsHalfAMinuteBeforeTheStart(string claim, int seconds, bool isAccepted)
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync(new() { Claims = new Dictionary<string, object?> { [claim] = bench.Time.GetUtcNow().ToUnixTimeSeconds() + seconds } });

        Assert.Equal(isAccepted ? 200 : 422, (await bench.MintAsync(identity)).Status);
    }

    [Fact]
    public async Task RejectsAChangedClaim()
    {
        await using var bench = await Bench.StartAsync();
        var parts = (await bench.IdentityAsync(new() { Repository = "other" })).Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("octo-org/other", "octo-org/greeter", StringComparison.Ordinal);

        var reply = await bench.MintAsync($"{parts[0]}.{Encoded(claims)}.{parts[2]}");

        Assert.Equal(Invalid, reply.MintError());
    }

    [Theory]
    [InlineData("""{"alg":"HS256","typ":"JWT","kid":"KID"}""")]
    [InlineData("""{"alg":"none","typ":"JWT","kid":"KID"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT","kid":"another"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT","kid":"KID"}""")]
    public async Task RejectsASignatureByAnybodyElse(string header)
    {
        await using var bench = await Bench.StartAsync();
        var parts = (await bench.IdentityAsync()).Split('.');
        var keyId = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!["kid"]!.GetValue<string>();
        using var own = RSA.Create(2048);
        var signed = $"{Encoded(header.Replace("KID", keyId, StringComparison.Ordinal))}.{parts[1]}";

        var reply = await bench.MintAsync($"{signed}.{Base64Url.EncodeToString(own.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");

        Assert.Equal(Invalid, reply.MintError());
    }

    [Fact]
    public async Task AcceptsANewKeyAfterAMinute()
    {
        await using var bench = await Bench.StartAsync(new() { Faults = RehearsalFaults.Parse("identity 2 rotate-key") });
        await bench.TokenAsync();

        var atOnce = await bench.MintAsync(await bench.IdentityAsync());
        bench.Time.Advance(TimeSpan.FromSeconds(60));
        var later = await bench.MintAsync(await bench.IdentityAsync());

        Assert.Equal(Invalid, atOnce.MintError());
        Assert.Equal(200, later.Status);
    }

    private static async Task Refuses(string claim, object? value)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.MintAsync(await bench.IdentityAsync(new() { Claims = new Dictionary<string, object?> { [claim] = value } }));

        Assert.Equal(Invalid, reply.MintError());
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
