using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Tests.Sigstore;

public sealed class WhetherToAttest
{
    [Fact]
    public async Task OtherIndexesGetNoAttestations()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(bench.Index.Files).Provenance);
    }

    [Fact]
    public async Task NothingIsAttestedIfDisabled()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.Options = bench.Options with { Attestations = AttestationMode.Off };
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(bench.Index.Files).Provenance);
        Assert.Empty(AttestingARelease.Requests(bench, "/_/sigstore/api/v2/signingCert"));
    }

    [Fact]
    public async Task AnApiTokenAllowsNoAttestations()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.Options = bench.Options with { ApiToken = bench.Index.AddUserToken("owner") };
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(bench.Index.Files).Provenance);
    }

    [Fact]
    public async Task AnApiTokenIsRejectedIfAttestationsAreRequired()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.Options = bench.Options with { ApiToken = bench.Index.AddUserToken("owner"), Attestations = AttestationMode.On };
        bench.AddWheels(1);

        var exception = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.AttestationsNotPossible, exception.Failure);
        Assert.Empty(bench.Uploads);
    }

    [Theory]
    [InlineData(AttestationMode.Auto)]
    [InlineData(AttestationMode.On)]
    public async Task AJobInAReusableWorkflowIsNotAttested(AttestationMode mode)
    {
        await using var bench = await AttestingARelease.StartAsync();
        var called = new RehearsalJob { Claims = new Dictionary<string, object?> { ["workflow_ref"] = "octo-org/greeter/.github/workflows/caller.yml@refs/tags/v1.0.0" } };
        bench.Options = bench.Options with { Environment = bench.Index.JobEnvironment(called), Attestations = mode };
        bench.AddWheels(1);

        if (mode is AttestationMode.On)
        {
            Assert.Equal(PublishFailure.AttestationsNotPossible, (await bench.FailAsync(TestContext.Current.CancellationToken)).Failure);
            Assert.Empty(bench.Uploads);
        }
        else
        {
            var report = await bench.PublishAsync(TestContext.Current.CancellationToken);
            Assert.Contains("caller.yml", Assert.Single(report.Warnings).Text, StringComparison.Ordinal);
            Assert.Null(Assert.Single(bench.Index.Files).Provenance);
        }

        Assert.Empty(AttestingARelease.Requests(bench, "/_/sigstore/api/v2/signingCert"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AGitLabJobIsAttestedIfItHasTheTokenForIt(bool hasToken)
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.Index.Register(new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "greeter", Projects = ["greeter"] });
        var environment = bench.Index.JobEnvironment(new RehearsalJob { Provider = PublisherProvider.GitLab, Workflow = ".gitlab-ci.yml" }).ToDictionary();
        if (!hasToken)
        {
            environment.Remove("SIGSTORE_ID_TOKEN");
        }

        bench.Options = bench.Options with { Environment = environment };
        bench.AddWheels(2);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(hasToken ? [] : ["SIGSTORE_ID_TOKEN"], report.Warnings.Select(warning => warning.Text.Split(' ').Single(word => word.StartsWith("SIGSTORE", StringComparison.Ordinal))));
        Assert.All(bench.Index.Files, file => Assert.Equal(hasToken, file.Provenance is not null));
    }
}
