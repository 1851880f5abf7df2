namespace TrustedPublishing.Rehearsal.Tests.Minting;

public sealed class ExchangingTwice
{
    private const string Reused = "invalid-reuse-token: invalid token: already used";

    [Fact]
    public async Task IsRejectedTheSecondTime()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();

        Assert.Equal(200, (await bench.MintAsync(identity)).Status);
        Assert.Equal(Reused, (await bench.MintAsync(identity)).MintError());
    }

    [Fact]
    public async Task SucceedsOnceHoweverManyTryAtTheSameTime()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => bench.MintAsync(identity)));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.All(replies.Where(reply => reply.Status != 200), reply => Assert.Equal(Reused, reply.MintError()));
    }

    [Fact]
    public async Task IsRejectedAsLongAsTheIdentityIsValid()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();
        await bench.MintAsync(identity);

        bench.Time.Advance(TimeSpan.FromSeconds(300 + 29));

        Assert.Equal(Reused, (await bench.MintAsync(identity)).MintError());
    }

    [Fact]
    public async Task IsPossibleForGoogleWhoseTokensHaveNoIdentifier()
    {
        await using var bench = await Bench.StartAsync(null, new RehearsalPublisher.Google { Email = "user@example.com", Projects = ["greeter"] });
        var identity = bench.Index.IssueIdentity(new Dictionary<string, object?> { ["iss"] = "https://accounts.google.com", ["email"] = "user@example.com", ["email_verified"] = true, ["jti"] = null }).Reveal();

        Assert.Equal(200, (await bench.MintAsync(identity)).Status);
        Assert.Equal(200, (await bench.MintAsync(identity)).Status);
    }
}
