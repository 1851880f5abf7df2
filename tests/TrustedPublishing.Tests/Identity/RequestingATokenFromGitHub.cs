using System.Net;
using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests.Identity;

public sealed class RequestingATokenFromGitHub
{
    [Theory]
    [InlineData("https://example.com/token?api-version=2.0", "https://example.com/token?api-version=2.0&audience=pypi")]
    [InlineData("https://example.com/token", "https://example.com/token?audience=pypi")]
    [InlineData("https://example.com/token?", "https://example.com/token?audience=pypi")]
    [InlineData("https://example.com/token?audience=other&a=b", "https://example.com/token?a=b&audience=pypi")]
    [InlineData("https://example.com/a%2Fb?x=%26&audiences=1", "https://example.com/a%2Fb?x=%26&audiences=1&audience=pypi")]
    public void KeepsTheQueryOfTheAddress(string address, string expected) =>
        Assert.Equal(expected, GitHubActions.RequestUrl(new(address), "pypi").AbsoluteUri);

    [Fact]
    public void EscapesTheAudience() =>
        Assert.Equal("https://example.com/?a=b&audience=a%26b%20c", GitHubActions.RequestUrl(new("https://example.com/?a=b"), "a&b c").AbsoluteUri);

    [Theory]
    [InlineData("""{"value":"a.b.c"}""", "a.b.c")]
    [InlineData("""{"value":"a.b.c","count":1}""", "a.b.c")]
    [InlineData("{}", null)]
    [InlineData("""{"value":null}""", null)]
    [InlineData("""{"value":""}""", null)]
    [InlineData("""{"value":1}""", null)]
    [InlineData("""{"Value":"a.b.c"}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public void UsesNothingButTheValue(string body, string? expected) =>
        Assert.Equal(expected, GitHubActions.Read(new(HttpStatusCode.OK, body))?.Reveal());

    [Fact]
    public async Task SendsTheRequestTokenAndReturnsTheClaims()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(200, $$"""{"value":"{{Jwt.Of(Jwt.GitHubClaims())}}"}"""));
        var secrets = new List<string>();
        var options = Options.Of(PackageIndex.PyPI, Options.GitHub(server.Url)) with { OnSecret = secret => secrets.Add(secret.Reveal()) };

        var identity = await CiIdentity.DetectAsync(options, "pypi", TestContext.Current.CancellationToken);

        Assert.Equal("octo/greeter", identity!.Claims["repository"]);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /token?api-version=2.0&audience=pypi HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: bearer the-request-token\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nUser-Agent: TrustedPublishing/", request, StringComparison.Ordinal);
        Assert.Equal(["the-request-token", Jwt.Of(Jwt.GitHubClaims())], secrets);
    }

    [Theory]
    [InlineData("testpypi", "its audience is \"testpypi\", but \"pypi\" was requested")]
    public async Task SaysSoWhenTheTokenIsForAnotherAudience(string audience, string problem)
    {
        var failure = await FailureAsync(_ => LoopbackServer.Answer(200, $$"""{"value":"{{Jwt.Of(Jwt.GitHubClaims(audience))}}"}"""));
        Assert.Equal(PublishFailure.IdentityUnavailable, failure.Failure);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RetriesIfTheServiceFails()
    {
        var count = 0;
        await using var server = new LoopbackServer(_ => ++count switch
        {
            1 => LoopbackServer.Answer(503, "busy"),
            2 => "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"value\":",
            _ => LoopbackServer.Answer(200, $$"""{"value":"{{Jwt.Of(Jwt.GitHubClaims())}}"}"""),
        });
        var time = new SkippingTime();
        var options = Options.Of(PackageIndex.PyPI, Options.GitHub(server.Url)) with { Time = time };
        using var http = HttpClients.CreateClient(options.Network);

        var token = await GitHubActions.TryCreate(options.Job, http)!.IdentifyAsync("pypi", time, TestContext.Current.CancellationToken);

        Assert.Equal("octo", token.Claims["repository_owner"]);
        Assert.Equal([("identity token", 2), ("identity token", 3)], time.Retries.Select(retry => (retry.What, retry.Attempt)));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(302)]
    public async Task DoesNotRetryRejectedRequests(int status)
    {
        var count = 0;
        var failure = await FailureAsync(_ =>
        {
            count++;
            return LoopbackServer.Answer(status, """{"message":"no::no\r\n::set-output"}""", "Location: https://example.com/\r\n");
        });
        Assert.Equal((PublishFailure.IdentityUnavailable, (HttpStatusCode?)status, 1), (failure.Failure, failure.StatusCode, count));
        Assert.DoesNotContain(failure.Message.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("not an address")]
    [InlineData("/path")]
    public async Task RejectsAnInvalidAddress(string address)
    {
        var options = Options.Of(PackageIndex.PyPI, ("GITHUB_ACTIONS", "true"), ("ACTIONS_ID_TOKEN_REQUEST_URL", address), ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "t"));
        var failure = await Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(options, "pypi", TestContext.Current.CancellationToken));
        Assert.Equal(PublishFailure.IdentityUnavailable, failure.Failure);
    }

    [Fact]
    public async Task SendsNothingOverPlainHttpToOtherMachines()
    {
        var options = Options.Of(PackageIndex.PyPI, Options.GitHub(new("http://example.com/")));
        var failure = await Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(options, "pypi", TestContext.Current.CancellationToken));
        Assert.Contains("plain http", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<PublishException> FailureAsync(Func<string, string?> answer)
    {
        await using var server = new LoopbackServer(answer);
        var options = Options.Of(PackageIndex.PyPI, Options.GitHub(server.Url));
        return await Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(options, "pypi", TestContext.Current.CancellationToken));
    }
}
