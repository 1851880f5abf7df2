using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests.Identity;

public sealed class RequestingATokenFromGoogleCloud
{
    private const string Account = "release@example.iam.gserviceaccount.com";

    [Fact]
    public async Task ImpersonatesTheNamedServiceAccount()
    {
        await using var server = new LoopbackServer(request => request.StartsWith("GET", StringComparison.Ordinal)
            ? LoopbackServer.Answer(200, """{"access_token":"the-access-token","expires_in":3599}""")
            : LoopbackServer.Answer(200, $$"""{"token":"{{Jwt.Of(Claims)}}"}"""));
        var secrets = new List<string>();
        var options = Of(server) with { OnSecret = secret => secrets.Add(secret.Reveal()) };

        var identity = await CiIdentity.DetectAsync(options, "pypi", TestContext.Current.CancellationToken);

        Assert.Equal("true", identity!.Claims["email_verified"]);
        Assert.Contains("\r\nMetadata-Flavor: Google\r\n", server.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("POST /v1/projects/-/serviceAccounts/release%40example.iam.gserviceaccount.com:generateIdToken ", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: Bearer the-access-token\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("""{"audience":"pypi","includeEmail":true}""", server.Requests[1], StringComparison.Ordinal);
        Assert.Equal(["the-access-token", Jwt.Of(Claims)], secrets);
    }

    [Fact]
    public async Task RequestsTheFullFormatFromTheMachine()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(200, Jwt.Of(Claims) + "\n"));
        var options = Options.Of(PackageIndex.PyPI, ("GCE_METADATA_HOST", $"localhost:{server.Port}"));
        using var http = HttpClients.CreateClient(options.Network);
        var token = await new GoogleCloud(options.Job, http).IdentifyAsync("pypi", progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(Account, token.Claims["email"]);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /computeMetadata/v1/instance/service-accounts/default/identity?audience=pypi&format=full ", request, StringComparison.Ordinal);
        Assert.Contains("\r\nMetadata-Flavor: Google\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"access_token":""}""")]
    public async Task SaysSoWhenThereIsNoToken(string body)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(200, body));
        var failure = await Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(Of(server), "pypi", TestContext.Current.CancellationToken));
        Assert.Equal(PublishFailure.IdentityUnavailable, failure.Failure);
    }

    private static Dictionary<string, object?> Claims => new()
    {
        ["iss"] = "https://accounts.google.com", ["aud"] = "pypi", ["exp"] = 1788264600, ["email"] = Account, ["email_verified"] = true, ["sub"] = "1112",
    };

    private static PublishOptions Of(LoopbackServer server) => Options.Of(
        PackageIndex.PyPI,
        ("GOOGLE_SERVICE_ACCOUNT_NAME", Account),
        ("GCE_METADATA_HOST", $"localhost:{server.Port}"),
        ("CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS", server.Url.AbsoluteUri));
}
