namespace TrustedPublishing.Rehearsal.Tests.Faults;

public sealed class AFaultyIndex
{
    [Fact]
    public async Task RespondsWithAnotherStatusAndDoesNothing()
    {
        await using var bench = await Bench.StartAsync(With("upload 1 status 503 retry-after 7s"));
        var token = await bench.TokenAsync();

        var (first, second) = (await bench.UploadAsync(token, Sample.Wheel()), await bench.UploadAsync(token, Sample.Wheel(text: "second")));

        Assert.Equal((503, "7"), (first.Status, first.Headers["Retry-After"]));
        Assert.Equal(200, second.Status);
        Assert.Equal(Sample.Wheel(text: "second").Sha256, Assert.Single(bench.Index.Files).Sha256);
    }

    [Fact]
    public async Task CountsAttemptsPerFile()
    {
        await using var bench = await Bench.StartAsync(With("upload *.whl 1 status 500"));
        var token = await bench.TokenAsync();

        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Sdist())).Status);
        Assert.Equal(500, (await bench.UploadAsync(token, Sample.Wheel())).Status);
        Assert.Equal(500, (await bench.UploadAsync(token, Sample.Wheel(tag: "py2-none-any"))).Status);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel())).Status);
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task LosesTheRequestOrItsResponse(string moment, int files)
    {
        await using var bench = await Bench.StartAsync(With($"upload 1 cut {moment}"));
        var token = await bench.TokenAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.UploadAsync(token, Sample.Wheel()));

        Assert.Equal(files, bench.Index.Files.Count);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel())).Status);
        Assert.Single(bench.Index.Files);
    }

    [Fact]
    public async Task ConsumesAnIdentityWhoseResponseIsLost()
    {
        await using var bench = await Bench.StartAsync(With("mint 1 cut after"));
        var identity = await bench.IdentityAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.MintAsync(identity));

        Assert.Equal("invalid-reuse-token: invalid token: already used", (await bench.MintAsync(identity)).MintError());
    }

    [Fact]
    public async Task WaitsByTheIndexsClock()
    {
        await using var bench = await Bench.StartAsync(With("audience 1 delay 40s"));

        var asking = bench.GetAsync("/_/oidc/audience");
        while (!asking.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }

        Assert.Equal(200, (await asking).Status);
        Assert.True(bench.Time.GetUtcNow() >= bench.Time.Start + TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task SendsSlowly()
    {
        await using var bench = await Bench.StartAsync(With("audience slow 1s"));

        var asking = bench.GetAsync("/_/oidc/audience");
        while (!asking.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("""{"audience":"pypi"}""", (await asking).Body);
        Assert.True(bench.Time.GetUtcNow() >= bench.Time.Start + TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task StopsInTheMiddleOfAResponse()
    {
        await using var bench = await Bench.StartAsync(With("simple 1 truncate 20"));

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.GetAsync("/simple/greeter/"));
        Assert.Equal(200, (await bench.GetAsync("/simple/greeter/")).Status);
    }

    [Fact]
    public async Task SendsUnrelatedContent()
    {
        await using var bench = await Bench.StartAsync(With("mint 1 garbage"));

        var reply = await bench.MintAsync(await bench.IdentityAsync());

        Assert.Equal((200, """{"unexpected":true}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task ShowsAnOldState()
    {
        await using var bench = await Bench.StartAsync(With("simple 1..2 stale 30s"), Bench.Publisher with { Projects = [], PendingProject = "greeter" });
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());

        var missing = await bench.GetAsync("/simple/greeter/");
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        await bench.UploadAsync(token, Sample.Sdist());
        var (old, current) = (await bench.GetAsync("/simple/greeter/"), await bench.GetAsync("/simple/greeter/"));

        Assert.Equal(404, missing.Status);
        Assert.Contains(".whl", old.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(".tar.gz", old.Body, StringComparison.Ordinal);
        Assert.Contains(".tar.gz", current.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RespondsBeforeItHasReadTheBody()
    {
        await using var bench = await Bench.StartAsync(With("upload 1 status 429 retry-after 1s early"));

        var reply = await bench.UploadAsync("", RawForm.Of([]));

        Assert.Equal(429, reply.Status);
        Assert.Null(Assert.Single(bench.Index.Requests).FileName);
    }

    [Fact]
    public async Task IssuesShortLivedTokens()
    {
        await using var bench = await Bench.StartAsync(With("token-life 60s"));

        var reply = await bench.MintAsync(await bench.IdentityAsync());

        Assert.Equal(bench.Time.GetUtcNow().ToUnixTimeSeconds() + 60, reply.Json["expires"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("clock-skew 31s")]
    [InlineData("clock-skew -330s")]
    public async Task HasItsOwnClock(string script)
    {
        await using var bench = await Bench.StartAsync(With(script));

        Assert.Equal("invalid-token: malformed or invalid token", (await bench.MintAsync(await bench.IdentityAsync())).MintError());
    }

    private static RehearsalOptions With(string script) => new() { Faults = RehearsalFaults.Parse(script) };
}
