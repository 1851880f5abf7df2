using TrustedPublishing.Http;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

/// <summary>The exchange with an index that checks identities as PyPI does.</summary>
public sealed class ExchangingWithAnIndex : IDisposable
{
    private static readonly RehearsalPublisher.GitHub Registered = new() { Owner = "octo", Repository = "greeter", Workflow = "release.yml", Environment = "pypi", Projects = ["greeter"] };

    private readonly ImpatientTime time = new();
    private readonly List<HttpClient> http = [];

    public void Dispose() => http.ForEach(client => client.Dispose());

    [Theory]
    [InlineData("")]
    [InlineData("mint 1 cut after")] // The identity was consumed; the same one again would be refused.
    [InlineData("mint 1..4 status 503")]
    [InlineData("mint 1 delay 40s")]
    [InlineData("audience 1 cut before\nidentity 1 status 500")]
    [InlineData("identity 1 truncate 20")]
    [InlineData("identity 2 rotate-key\nmint 1 status 502")]
    public async Task SucceedsDespite(string faults)
    {
        await using var index = await StartAsync(faults);
        await using var source = await OpenAsync(index, index.JobEnvironment());
        Assert.True(source is { IsTrustedPublishing: true, CanRenew: true });
        Assert.NotNull((await source.CurrentAsync(TestContext.Current.CancellationToken)).Expires);
        Assert.DoesNotContain(index.Requests, request => request.Message?.Contains("already used", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("mint status 500", PublishFailure.IndexUnavailable)]
    [InlineData("audience cut before", PublishFailure.IndexUnavailable)]
    [InlineData("audience garbage", PublishFailure.UnexpectedAnswer)]
    [InlineData("mint garbage", PublishFailure.UnexpectedAnswer)]
    [InlineData("identity status 500", PublishFailure.IdentityUnavailable)]
    [InlineData("identity delay 40s", PublishFailure.IdentityUnavailable)]
    [InlineData("identity garbage", PublishFailure.IdentityUnavailable)]
    [InlineData("clock-skew -400s", PublishFailure.IdentityUnavailable)] // The identity has ended when it comes.
    [InlineData("clock-skew 90s", PublishFailure.InvalidIdentityToken)] // It is not valid yet for the index, a minute later either.
    public async Task FailsWithACodeBecauseOf(string faults, PublishFailure expected)
    {
        await using var index = await StartAsync(faults);
        var failure = await FailAsync(index, index.JobEnvironment());
        Assert.Equal(expected, failure.Failure);
    }

    [Theory]
    [InlineData("octo", "Greeter", "release.yml", "pypi", "repository")]
    [InlineData("Octo", "greeter", "release.yml", "pypi", "repository repository_owner")]
    [InlineData("octo", "greeter", "ci.yml", "pypi", "job_workflow_ref")]
    [InlineData("octo", "greeter", "release.yml", null, "environment")]
    [InlineData("octo", "greeter", "release.yml", "testing", "environment")]
    public async Task NamesTheClaimThatDoesNotMatch(string owner, string repository, string workflow, string? environment, string differing)
    {
        await using var index = await StartAsync("");
        var job = new RehearsalJob { Owner = owner, Repository = repository, Workflow = workflow, Environment = environment };
        var failure = await FailAsync(index, index.JobEnvironment(job));
        Assert.Equal(PublishFailure.InvalidPublisher, failure.Failure);
        Assert.All(differing.Split(' '), claim => Assert.Contains(failure.Claims, row => row.Claim == claim && row.Verdict is ClaimVerdict.Differs));
        Assert.Contains("<- differs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatTheRegistrationDiffersIfTheJobMatchesTheDeclaration()
    {
        await using var index = await StartAsync("", register: false);
        var job = new RehearsalJob { Owner = "octo", Environment = "pypi" };
        var failure = await FailAsync(index, index.JobEnvironment(job));
        Assert.DoesNotContain(failure.Claims, row => row.Verdict is ClaimVerdict.Differs);
        Assert.Contains("The job matches the publisher that this repository declares", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RejectsPullRequestTarget()
    {
        await using var index = await StartAsync("");
        var failure = await FailAsync(index, index.JobEnvironment(RehearsalJob.FromPublisher(Registered) with { Event = "pull_request_target" }));
        Assert.Contains("'pull_request_target' is not supported", failure.Message, StringComparison.Ordinal);
        Assert.Equal("event_name", failure.Claims.Single(row => row.Verdict is ClaimVerdict.Differs).Claim);
    }

    [Fact]
    public async Task ReportsADisabledCiSystem()
    {
        await using var index = await StartAsync("", options => options with { DisabledProviders = ["github"] });
        Assert.Equal(PublishFailure.TrustedPublishingUnavailable, (await FailAsync(index, index.JobEnvironment())).Failure);
    }

    [Fact]
    public async Task ReportsAPendingProjectThatCannotBeCreated()
    {
        await using var index = await StartAsync("", options => options with { NewProjectsDisabled = true }, register: false);
        index.Register(Registered with { Projects = [], PendingProject = "greeter" });
        Assert.Equal(PublishFailure.InvalidPendingPublisher, (await FailAsync(index, index.JobEnvironment())).Failure);
    }

    [Theory]
    [InlineData(true, 202)]
    [InlineData(false, 404)]
    public async Task RevokesTheTokenAtTheEnd(bool offered, int status)
    {
        await using var index = await StartAsync("", options => options with { BurnOffered = offered });
        await (await OpenAsync(index, index.JobEnvironment())).DisposeAsync();
        Assert.Equal(status, index.Requests.Single(request => request.Path == "/_/oidc/burn-token").Status);
    }

    [Fact]
    public async Task WorksFromGitLabToo()
    {
        await using var index = await StartAsync("", register: false);
        var publisher = new RehearsalPublisher.GitLab { Namespace = "Group/Sub", Project = "greeter", WorkflowPath = "ci/release.yml", Environment = "pypi", Projects = ["greeter"] };
        index.Register(publisher);
        await using var source = await OpenAsync(index, index.JobEnvironment());
        Assert.True(source is { IsTrustedPublishing: true, CanRenew: false });
        var failure = await FailAsync(index, index.JobEnvironment(RehearsalJob.FromPublisher(publisher) with { Environment = "PyPI" }), Jwt.GitLabPublisher);
        Assert.Equal("environment", failure.Claims.Single(row => row.Verdict is ClaimVerdict.Differs).Claim);
    }

    private async Task<RehearsalIndex> StartAsync(string faults, Func<RehearsalOptions, RehearsalOptions>? change = null, bool register = true)
    {
        var options = new RehearsalOptions { Time = time, Faults = RehearsalFaults.Parse(faults) };
        var index = await RehearsalIndex.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        if (register)
        {
            index.Register(Registered);
        }

        return index;
    }

    private Task<PublishException> FailAsync(RehearsalIndex index, IReadOnlyDictionary<string, string> environment, TrustedPublisher? declared = null) =>
        Assert.ThrowsAsync<PublishException>(() => OpenAsync(index, environment, declared));

    private async Task<CredentialSource> OpenAsync(RehearsalIndex index, IReadOnlyDictionary<string, string> environment, TrustedPublisher? declared = null)
    {
        var options = new PublishOptions { Index = index.Index, Distributions = [], Environment = environment, Time = time, Publisher = declared ?? Jwt.Publisher };
        http.Add(HttpClients.CreateClient(options.Network));
        return await options.AuthorizeWith(http[^1]).OpenAsync(project: null, audience: null, progress: null, TestContext.Current.CancellationToken);
    }
}
