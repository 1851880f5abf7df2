namespace TrustedPublishing.Rehearsal.Tests;

public sealed class RecordedRequests
{
    [Fact]
    public async Task ContainTheRequestAndTheResponse()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());
        await bench.UploadAsync(token, Sample.Wheel("other"));

        Assert.Equal(
            [("GET", 200, null), ("POST", 200, null), ("POST", 200, "greeter-1.0.0-py3-none-any.whl"), ("POST", 400, "other-1.0.0-py3-none-any.whl")],
            bench.Index.Requests.Select(request => (request.Method, request.Status!.Value, request.FileName)));
        Assert.StartsWith("Non-user identities", bench.Index.Requests[^1].Message, StringComparison.Ordinal);
    }

    /// <summary>The clock stops after the headers have been sent, so the request has not ended: the result is deterministic.</summary>
    [Fact]
    public async Task AreVisibleAsSoonAsTheirResponseStarts()
    {
        await using var bench = await Bench.StartAsync(new() { Faults = RehearsalFaults.Parse("audience slow 1s") });
        using var http = new HttpClient();

        using var begun = await http.GetAsync(new Uri(bench.Index.BaseUrl, "/_/oidc/audience"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(200, Assert.Single(bench.Index.Requests).Status);
    }

    /// <summary>Repeated many times, because an entry that is recorded too late would be visible only by chance.</summary>
    [Theory]
    [InlineData("audience cut before")]
    [InlineData("audience cut after")]
    public async Task AreVisibleAsSoonAsTheConnectionIsCut(string script)
    {
        await using var bench = await Bench.StartAsync(new() { Faults = RehearsalFaults.Parse(script) });

        for (var count = 1; count <= 100; count++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => bench.GetAsync("/_/oidc/audience"));
            Assert.Equal(count, bench.Index.Requests.Count);
        }

        Assert.All(bench.Index.Requests, request => Assert.Null(request.Status));
    }

    [Fact]
    public async Task ContainNoSecret()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();
        var token = (await bench.MintAsync(identity)).Json["token"]!.GetValue<string>();
        await bench.UploadAsync(token, Sample.Wheel());

        var text = string.Join('\n', bench.Index.Requests.Select(request => $"{request} {string.Join(' ', request.Headers)}"));

        Assert.Contains("bearer ***", text, StringComparison.Ordinal);
        Assert.Contains("Basic ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain(identity, text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bench.Basic("__token__", token)[6..], text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization", "Bearer secret", "Bearer ***")]
    [InlineData("authorization", "Basic secret", "Basic ***")]
    [InlineData("Authorization", "secret", "***")]
    [InlineData("Authorization", "Bearer  secret secret", "Bearer ***")]
    [InlineData("Proxy-Authorization", "Basic secret", "Basic ***")]
    [InlineData("Cookie", "session=secret", "***")]
    [InlineData("cookie", "session=secret; other=secret", "***")]
    [InlineData("Private-Token", "secret", "***")]
    [InlineData("JOB-TOKEN", "secret", "***")]
    [InlineData("X-Api-Key", "secret", "***")]
    [InlineData("X-Request-Id", "4711", "4711")]
    public async Task ContainNoCredentialsInHeaders(string name, string value, string shown)
    {
        await using var bench = await Bench.StartAsync();

        await bench.SendAsync(HttpMethod.Get, "/simple/greeter/", null, (name, value));

        Assert.Equal(shown, Assert.Single(bench.Index.Requests).Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);
    }
}
