using System.Net;
using System.Net.Sockets;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>The Doctor's questions to GitHub, which a loopback server answers.</summary>
public sealed class AskingGitHub
{
    private const string Repository = "/repos/octo-org/greeter";
    private const string Found = """{"full_name":"octo-org/greeter","default_branch":"main","fork":false,"archived":false}""";

    [Fact]
    public async Task FindsAProtectedEnvironment()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found)
            .Answer($"{Repository}/contents/.github/workflows/release.yml", """{"path":".github/workflows/release.yml"}""")
            .Answer($"{Repository}/environments/pypi", """{"protection_rules":[{"type":"required_reviewers"}],"deployment_branch_policy":{"custom_branch_policies":true},"can_admins_bypass":false}""");

        var found = await AskAsync(github.Address);

        Assert.Null(found.WhyNot);
        Assert.Equal(new GitHubEnvironment(HasReviewers: true, LimitsRefs: true, AdministratorsBypass: false), found.Value!.Environment.Value);
        Assert.Equal(".github/workflows/release.yml", found.Value.Workflow.Value);
        Assert.Empty(Setup.Complaints(Setup.Healthy with { GitHub = found }));
    }

    [Fact]
    public async Task NamesEveryMissingProtection()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found).Answer($"{Repository}/environments/pypi", """{"protection_rules":[],"deployment_branch_policy":null,"can_admins_bypass":true}""");

        var complaints = Setup.Complaints(Setup.Healthy with { GitHub = await AskAsync(github.Address) });

        Assert.Equal(4, complaints.Count); // and the workflow is not on the default branch
    }

    [Fact]
    public async Task SaysThatTheEnvironmentIsMissing()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found);

        Assert.Contains(Setup.Complaints(Setup.Healthy with { GitHub = await AskAsync(github.Address) }), check => check.Found.Contains("no environment 'pypi'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FollowsARenamedRepositoryAndNamesItsSpelling()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, "{}", 301, ("Location", new Uri(github.Address, "/repositories/1").AbsoluteUri))
            .Answer("/repositories/1", Found.Replace("octo-org/greeter", "octo-org/Greeter", StringComparison.Ordinal));

        Assert.Contains(Setup.Complaints(Setup.Healthy with { GitHub = await AskAsync(github.Address) }), check => check.Verdict is DoctorVerdict.Error && check.Found.Contains("octo-org/Greeter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "does not know the token")]
    [InlineData(403, "answered 403")]
    [InlineData(404, "answered 404")]
    [InlineData(429, "slow down")]
    [InlineData(500, "answered 500")]
    public async Task SaysWhyItWasNotChecked(int status, string why)
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, """{"message":"no"}""", status);

        Assert.Contains(why, (await AskAsync(github.Address)).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysUntilWhenTheRateLimitLasts()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, """{"message":"API rate limit exceeded"}""", 403, ("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1780000000"));

        Assert.Contains("rate limit is used up until", (await AskAsync(github.Address)).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndsWhenGitHubHangs()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Hang(Repository);

        Assert.Contains("in time", (await AskAsync(github.Address, TimeSpan.FromMilliseconds(200))).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatGitHubCannotBeReached()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound and not listening: nobody else can take the port

        Assert.Contains("could not be reached", (await AskAsync(new($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}"))).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NeedsAToken() =>
        Assert.Contains("No token", (await AskAsync(new("http://127.0.0.1:1"), token: "")).WhyNot, StringComparison.Ordinal);

    [Fact]
    public async Task NeverSendsTheTokenWithoutEncryption() =>
        Assert.Contains("GITHUB_API_URL", (await AskAsync(new("http://ghe.example"))).WhyNot, StringComparison.Ordinal);

    private static Task<Looked<GitHubRepository>> AskAsync(Uri api, TimeSpan? deadline = null, string token = "a-token") => DoctorGathering.GitHubAsync(
        new()
        {
            Index = PackageIndex.PyPI,
            Distributions = [],
            Publisher = Setup.Publisher,
            Environment = new Dictionary<string, string> { ["GITHUB_API_URL"] = api.AbsoluteUri, ["GITHUB_TOKEN"] = token },
        },
        given: null,
        deadline ?? TimeSpan.FromSeconds(20));
}
