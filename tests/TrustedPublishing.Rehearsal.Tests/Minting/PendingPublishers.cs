using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

public sealed class PendingPublishers
{
    private static readonly RehearsalPublisher.GitHub Pending = Bench.Publisher with { Projects = [], PendingProject = "greeter" };

    [Fact]
    public async Task CreateTheProjectAndCoverIt()
    {
        await using var bench = await Bench.StartAsync(null, Pending);

        var token = await bench.TokenAsync();

        Assert.Equal(200, (await bench.GetAsync("/simple/greeter/")).Status);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel())).Status);
    }

    [Fact]
    public async Task BecomeOrdinaryPublishers()
    {
        await using var bench = await Bench.StartAsync(null, Pending);
        await bench.TokenAsync();

        Assert.Equal(200, (await bench.MintAsync(await bench.IdentityAsync())).Status);
    }

    [Fact]
    public async Task EndOnceTheProjectExists()
    {
        await using var bench = await Bench.StartAsync(null, Pending);
        bench.Index.CreateProject("Greeter", "owner");

        var (first, second) = (await bench.MintAsync(await bench.IdentityAsync()), await bench.MintAsync(await bench.IdentityAsync()));

        Assert.Equal("invalid-pending-publisher: valid token, but project already exists", first.MintError());
        Assert.StartsWith("invalid-publisher: ", second.MintError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requirements.txt", "The name 'requirements.txt' isn't allowed. See https://pypi.org/help/#project-name for more information.")]
    [InlineData("xmlrpc", "The name 'xmlrpc' isn't allowed (conflict with Python Standard Library module name). See https://pypi.org/help/#project-name for more information.")]
    public async Task CannotCreateAProjectWithAForbiddenName(string name, string text)
    {
        await using var bench = await Bench.StartAsync(null, Pending with { PendingProject = name });

        var reply = await bench.MintAsync(await bench.IdentityAsync());

        Assert.Equal($"invalid-payload: {text}", reply.MintError());
        Assert.Equal(404, (await bench.GetAsync($"/simple/{ProjectName.Normalize(name)}/")).Status);
    }

    [Fact]
    public async Task EndForSimilarLookingNames()
    {
        await using var bench = await Bench.StartAsync(null, Pending, Bench.Publisher with { Repository = "rival", AddedBy = "rival", Projects = [], PendingProject = "greet-er" });

        await bench.TokenAsync();
        var rival = await bench.MintAsync(await bench.IdentityAsync(new() { Repository = "rival" }));

        Assert.Equal("invalid-publisher: valid token, but no corresponding publisher (Publisher with matching claims was not found)", rival.MintError());
    }

    [Fact]
    public async Task EndAfterThirtyDays()
    {
        await using var bench = await Bench.StartAsync(null, Pending);

        bench.Time.Advance(TimeSpan.FromDays(30));

        Assert.StartsWith("invalid-publisher: ", (await bench.MintAsync(await bench.IdentityAsync())).MintError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoNotBlockTheNameOnceExpired()
    {
        await using var bench = await Bench.StartAsync(null, Pending);
        bench.Time.Advance(TimeSpan.FromDays(30));

        bench.Index.Register(Pending with { PendingProject = "another" });
        await bench.TokenAsync();

        Assert.Equal((404, 200), ((await bench.GetAsync("/simple/greeter/")).Status, (await bench.GetAsync("/simple/another/")).Status));
    }

    [Fact]
    public async Task AreLimitedToThreeForAUserButNotForAnOrganisation()
    {
        await using var bench = await Bench.StartAsync(null, Pending, Of("b"), Of("c"));

        Assert.Throws<ArgumentException>(() => bench.Index.Register(Of("d")));
        bench.Index.Register(Of("e") with { AddedBy = "another" });
        for (var number = 0; number < 5; number++)
        {
            bench.Index.Register(Of($"f{number}") with { PendingOrganization = "acme" });
        }
    }

    [Fact]
    public async Task CreateProjectsOfAnOrganisation()
    {
        await using var bench = await Bench.StartAsync(null, Pending with { PendingOrganization = "acme" });

        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());

        Assert.Equal("acme", (await bench.GetAsync("/pypi/greeter/json")).Json["ownership"]!["organization"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("Ta_ken-")]
    public async Task NeedAFreeName(string name)
    {
        await using var bench = await Bench.StartAsync();
        bench.Index.CreateProject("Taken");

        Assert.Throws<ArgumentException>(() => bench.Index.Register(Pending with { Repository = "other", PendingProject = name }));
    }

    [Fact]
    public async Task MayLoseAgainstAPublisherOfTheEnvironment()
    {
        await using var bench = await Bench.StartAsync(null, Pending, Bench.Publisher with { Environment = "pypi", Projects = ["other"] });

        var token = await bench.TokenAsync(new() { Environment = "pypi" });

        Assert.Equal(200, (await bench.GetAsync("/simple/greeter/")).Status);
        Assert.Equal(403, (await bench.UploadAsync(token, Sample.Wheel())).Status);
    }

    [Fact]
    public async Task CannotCreateAProjectWithAnotherNameByUpload()
    {
        await using var bench = await Bench.StartAsync(null, Pending);

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel("greeting"));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Non-user identities cannot create new projects. ", reply.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreLimitedToOneForEachIdentity()
    {
        await using var bench = await Bench.StartAsync(null, Pending);

        Assert.Throws<ArgumentException>(() => bench.Index.Register(Pending with { PendingProject = "another" }));
    }

    [Fact]
    public async Task CrashTheServerOnAUsedIdentity()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();
        await bench.MintAsync(identity);
        bench.Index.Register(Pending with { PendingProject = "another" });

        Assert.Equal(500, (await bench.MintAsync(identity)).Status);
    }

    private static RehearsalPublisher.GitHub Of(string name) => Pending with { Repository = name, PendingProject = name };
}
