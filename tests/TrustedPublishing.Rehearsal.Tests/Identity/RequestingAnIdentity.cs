using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TrustedPublishing.Rehearsal.Tests.Identity;

public sealed class RequestingAnIdentity
{
    [Fact]
    public async Task ReturnsTheClaimsOfTheJob()
    {
        await using var bench = await Bench.StartAsync();

        var claims = Claims(await bench.IdentityAsync(new() { Environment = "pypi", Event = "release" }));

        Assert.Equal("https://token.actions.githubusercontent.com", claims["iss"]!.GetValue<string>());
        Assert.Equal("pypi", claims["aud"]!.GetValue<string>());
        Assert.Equal("octo-org/greeter", claims["repository"]!.GetValue<string>());
        Assert.Equal("octo-org/greeter/.github/workflows/release.yml@refs/tags/v1.0.0", claims["job_workflow_ref"]!.GetValue<string>());
        Assert.Equal("pypi", claims["environment"]!.GetValue<string>());
        Assert.Equal("release", claims["event_name"]!.GetValue<string>());
        Assert.Equal(300, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
    }

    [Fact]
    public async Task ReturnsADifferentTokenEachTime()
    {
        await using var bench = await Bench.StartAsync();

        var (first, second) = (Claims(await bench.IdentityAsync()), Claims(await bench.IdentityAsync()));

        Assert.NotEqual(first["jti"]!.GetValue<string>(), second["jti"]!.GetValue<string>());
    }

    [Fact]
    public async Task OmitsWhatTheJobDoesNotHave()
    {
        await using var bench = await Bench.StartAsync();

        var claims = Claims(await bench.IdentityAsync(new() { Claims = new Dictionary<string, object?> { ["sha"] = null, ["run_id"] = "7" } }));

        Assert.False(claims.ContainsKey("environment"));
        Assert.False(claims.ContainsKey("sha"));
        Assert.Equal("7", claims["run_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bearer wrong")]
    [InlineData("Basic wrong")]
    public async Task NeedsTheRequestToken(string? authorization)
    {
        await using var bench = await Bench.StartAsync();
        var url = bench.Index.JobEnvironment()["ACTIONS_ID_TOKEN_REQUEST_URL"];

        var reply = await bench.SendAsync(HttpMethod.Get, url + "&audience=pypi", null, authorization is null ? [] : [("Authorization", authorization)]);

        Assert.Equal(401, reply.Status);
    }

    [Fact]
    public async Task NeedsTheQueryOfTheGivenAddress()
    {
        await using var bench = await Bench.StartAsync();
        var variables = bench.Index.JobEnvironment();

        var reply = await bench.SendAsync(HttpMethod.Get, "/_/identity/token?audience=pypi", null, ("Authorization", $"bearer {variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]}"));

        Assert.Equal(400, reply.Status);
        Assert.EndsWith("?api-version=2.0", variables["ACTIONS_ID_TOKEN_REQUEST_URL"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotOfferedToAJobWithoutThePermission()
    {
        await using var bench = await Bench.StartAsync();

        var variables = bench.Index.JobEnvironment(new() { MayAskForIdentity = false });

        Assert.Equal("true", variables["GITHUB_ACTIONS"]);
        Assert.DoesNotContain(variables.Keys, name => name.StartsWith("ACTIONS_ID_TOKEN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsSignedWithAPublishedKey()
    {
        await using var bench = await Bench.StartAsync();
        var parts = (await bench.IdentityAsync()).Split('.');
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;

        var configuration = await bench.GetAsync("/_/issuer/.well-known/openid-configuration");
        var keys = await bench.GetAsync(new Uri(configuration.Json["jwks_uri"]!.GetValue<string>()).AbsolutePath);
        var key = keys.Json["keys"]!.AsArray().Single(candidate => candidate!["kid"]!.GetValue<string>() == header["kid"]!.GetValue<string>())!;

        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(key["n"]!.GetValue<string>()),
            Exponent = Base64Url.DecodeFromChars(key["e"]!.GetValue<string>()),
        });
        Assert.Equal("RS256", header["alg"]!.GetValue<string>());
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task IsNotNecessaryOnGitLab()
    {
        await using var bench = await Bench.StartAsync(null, new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "greeter", Projects = ["greeter"] });

        var variables = bench.Index.JobEnvironment();
        var reply = await bench.MintAsync(variables["PYPI_ID_TOKEN"]);

        Assert.Equal("true", variables["GITLAB_CI"]);
        Assert.Equal(200, reply.Status);
    }

    private static JsonObject Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
}
