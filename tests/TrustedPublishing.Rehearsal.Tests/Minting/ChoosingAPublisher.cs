namespace TrustedPublishing.Rehearsal.Tests.Minting;

public sealed class ChoosingAPublisher
{
    [Theory]
    [InlineData("pypi", "a", "b")]
    [InlineData("PyPI", "a", "b")]
    [InlineData("other", "b", "a")]
    [InlineData(null, "b", "a")]
    public async Task PrefersTheOneForTheEnvironmentAndCoversNothingElse(string? environment, string covered, string uncovered)
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Environment = "pypi", Projects = ["a"] }, Bench.Publisher with { Projects = ["b"] });

        var token = await bench.TokenAsync(new() { Environment = environment });

        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel(covered))).Status);
        Assert.Equal(403, (await bench.UploadAsync(token, Sample.Wheel(uncovered))).Status);
    }

    [Fact]
    public async Task NeverSelectsOneForAnotherEnvironment()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Environment = "pypi" });

        var reply = await bench.MintAsync(await bench.IdentityAsync(new() { Environment = "staging" }));

        Assert.Equal("invalid-publisher: valid token, but no corresponding publisher (Publisher with matching claims was not found)", reply.MintError());
    }

    [Fact]
    public async Task CoversEveryProjectOfTheIdentity()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Projects = ["a"] }, Bench.Publisher with { Projects = ["b"] });

        var token = await bench.TokenAsync();

        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel("a"))).Status);
        Assert.Equal(200, (await bench.UploadAsync(token, Sample.Wheel("b"))).Status);
    }

    [Fact]
    public async Task SupportsOrganisationsGitLabIssuers()
    {
        const string Issuer = "https://gitlab.example.com";
        await using var bench = await Bench.StartAsync(null, new RehearsalPublisher.GitLab { Namespace = "foo", Project = "bar", Issuer = Issuer, Projects = ["greeter"] });
        var job = new RehearsalJob { Provider = PublisherProvider.GitLab, Owner = "foo", Repository = "bar", Workflow = ".gitlab-ci.yml" };

        var own = bench.Index.JobEnvironment(job with { Claims = new Dictionary<string, object?> { ["iss"] = Issuer, ["ci_config_ref_uri"] = "gitlab.example.com/foo/bar//.gitlab-ci.yml@refs/tags/v1.0.0" } });
        var shared = bench.Index.JobEnvironment(job);

        Assert.Equal(200, (await bench.MintAsync(own["PYPI_ID_TOKEN"])).Status);
        Assert.StartsWith("invalid-publisher: ", (await bench.MintAsync(shared["PYPI_ID_TOKEN"])).MintError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RejectsOrganisationsIssuersOfAnyOtherType()
    {
        const string Issuer = "https://github.example.com/_services/token";
        await using var bench = await Bench.StartAsync(new() { OrganizationIssuers = new Dictionary<string, string> { [Issuer] = "github" } });

        var reply = await bench.MintAsync(await bench.IdentityAsync(new() { Claims = new Dictionary<string, object?> { ["iss"] = Issuer } }));

        Assert.Equal(
            $"invalid-publisher: valid token, but no corresponding publisher (JWT issuer '{Issuer}' does not match expected issuer 'https://token.actions.githubusercontent.com')",
            reply.MintError());
    }
}
