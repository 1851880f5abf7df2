using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Doctor's requests to GitHub, which a loopback server answers.</summary>
public sealed class AskingGitHub
{
    private const string Repository = "/repos/octo-org/greeter";
    private const string Environment = Repository + "/environments/pypi";
    private const string Found = """{"full_name":"octo-org/greeter","default_branch":"main","fork":false,"archived":false}""";

    [Fact]
    public async Task FindsAProtectedEnvironment()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found)
            .Answer($"{Repository}/contents/.github/workflows/release.yml", """{"path":".github/workflows/release.yml"}""")
            .Answer(Environment, """
                {"protection_rules":[{"type":"wait_timer","wait_timer":30},
                  {"type":"required_reviewers","prevent_self_review":true,"reviewers":[
                    {"type":"User","reviewer":{"login":"octocat","id":1}},{"type":"Team","reviewer":{"slug":"releasers","id":2}}]},
                  {"type":"branch_policy"}],
                "deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true},"can_admins_bypass":false}
                """)
            .Answer($"{Environment}/deployment-branch-policies", """{"total_count":2,"branch_policies":[{"id":1,"name":"v*","type":"tag"},{"id":2,"name":"main"}]}""");

        var found = await AskAsync(github.Address);

        Assert.Null(found.WhyNot);
        var environment = found.Value!.Environment.Value!;
        Assert.Equal([new("User", 1, "octocat"), new("Team", 2, "releasers")], environment.Reviewers);
        Assert.Equal([new("tag", "v*"), new("branch", "main")], environment.Rules.Value!);
        Assert.Equal((true, 30, GitHubRefLimit.Rules, false), (environment.PreventsSelfReview, environment.WaitMinutes, environment.Limit, environment.AdministratorsBypass));
        Assert.Equal(".github/workflows/release.yml", found.Value.Workflow.Value);
        Assert.Empty(Setup.Complaints(Setup.Healthy with { GitHub = found }));
    }

    [Fact]
    public async Task ReadsEveryPageOfRules()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found)
            .Answer(Environment, """{"protection_rules":[],"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true}}""");
        for (var page = 1; page <= 3; page++)
        {
            var rules = Enumerable.Range((page - 1) * 100, page == 3 ? 50 : 100).Select(number => $$"""{"id":{{number}},"name":"release-{{number}}","type":"tag"}""");
            github.Answer($"{Environment}/deployment-branch-policies?per_page=100&page={page}", $$"""{"total_count":250,"branch_policies":[{{string.Join(',', rules)}}]}""");
        }

        var environment = (await AskAsync(github.Address)).Value!.Environment.Value!;

        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"release-{number}"), environment.Rules.Value!.Select(rule => rule.Pattern));
        Assert.Equal(3, github.Requests.Count(request => request.Contains("deployment-branch-policies", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DoesNotFollowAnEndlessListOfRules()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found)
            .Answer(Environment, """{"protection_rules":[],"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true}}""")
            .Answer($"{Environment}/deployment-branch-policies", """{"total_count":2000000000,"branch_policies":[{"id":1,"name":"v*","type":"tag"}]}""");

        Assert.Contains("more than 100 pages", (await AskAsync(github.Address)).Value!.Environment.Value!.Rules.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatTheRulesWereNotChecked()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found)
            .Answer(Environment, """{"protection_rules":[],"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true}}""")
            .Answer($"{Environment}/deployment-branch-policies", """{"message":"Resource not accessible by personal access token"}""", 403);

        var table = Setup.Table(Setup.Healthy with { GitHub = await AskAsync(github.Address) });

        Assert.Contains("Environment rules   not checked  GitHub answered 403: the token does not have this permission. Resource not accessible by personal access token", table, StringComparison.Ordinal);
        Assert.Contains("Administrators      not checked  GitHub does not say", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesEveryMissingProtection()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found).Answer(Environment, """{"protection_rules":[],"deployment_branch_policy":null,"can_admins_bypass":true}""");

        var complaints = Setup.Complaints(Setup.Healthy with { GitHub = await AskAsync(github.Address) });

        Assert.Equal(["Workflow on GitHub", "Environment", "Environment", "Environment"], complaints.Select(check => check.Check));
    }

    [Fact]
    public async Task SaysThatTheEnvironmentIsMissing()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found).Answer($"{Repository}/environments", """{"total_count":1,"environments":[]}""");

        Assert.Contains(Setup.Complaints(Setup.Healthy with { GitHub = await AskAsync(github.Address) }), check => check.Found.Contains("no environment 'pypi'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, "the token cannot see them")]
    [InlineData(403, "GitHub answered 403")]
    public async Task DoesNotReportAnEnvironmentAsMissingThatTheTokenMayNotSee(int status, string why)
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, Found).Answer($"{Repository}/environments", """{"message":"no"}""", status);

        Assert.Contains(why, (await AskAsync(github.Address)).Value!.Environment.WhyNot, StringComparison.Ordinal);
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
    [InlineData(401, "the token is invalid")]
    [InlineData(403, "answered 403")]
    [InlineData(404, "answered 404")]
    [InlineData(429, "limiting requests")]
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

        Assert.Contains("rate limit is exhausted until", (await AskAsync(github.Address)).WhyNot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "text/html")]
    [InlineData("{\"full_name\"", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("", "application/octet-stream")]
    public async Task SaysThatTheResponseIsNotGitHubs(string body, string type)
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, body, 200, ("Content-Type", type));

        Assert.Contains("does not match its API", (await AskAsync(github.Address)).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoesNotReadAnEndlessResponse()
    {
        var sent = 0L;
        await using var github = new RawServer(async (_, stream, stopped) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"full_name\":\""u8.ToArray(), stopped);
            for (var piece = new byte[1 << 20]; sent < 2L << 30; sent += piece.Length)
            {
                await stream.WriteAsync(piece, stopped);
            }
        });

        Assert.Contains("its response is larger than 4 MiB", (await AskAsync(github.Url)).WhyNot, StringComparison.Ordinal);
        Assert.InRange(sent, 1, 64 << 20);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/repositories/1")]
    [InlineData("http://localhost:{0}/repositories/1")]
    [InlineData("//127.0.0.1:{0}/repositories/1")]
    [InlineData("https://127.0.0.1:{0}/repositories/1")]
    public async Task NeverSendsTheTokenToAnotherServer(string location)
    {
        await using var other = await PlayedGitHub.StartAsync();
        await using var github = await PlayedGitHub.StartAsync();
        other.Answer("/repositories/1", Found);
        github.Answer(Repository, "{}", 301, ("Location", string.Format(System.Globalization.CultureInfo.InvariantCulture, location, other.Address.Port)));

        Assert.NotNull((await AskAsync(github.Address)).WhyNot);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task TimesOutIfGitHubHangs()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Hang(Repository);

        Assert.Contains("in time", (await AskAsync(github.Address, TimeSpan.FromMilliseconds(200))).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatGitHubCannotBeReached()
    {
        using var nobody = new Nobody();

        Assert.Contains("could not be reached", (await AskAsync(nobody.Address)).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NeedsAToken() =>
        Assert.Contains("No token", (await AskAsync(new("http://127.0.0.1:1"), token: "")).WhyNot, StringComparison.Ordinal);

    [Fact]
    public async Task NeverSendsTheTokenWithoutEncryption() =>
        Assert.Contains("GITHUB_API_URL", (await AskAsync(new("http://ghe.example"))).WhyNot, StringComparison.Ordinal);

    private static Task<LookupResult<GitHubRepository>> AskAsync(Uri api, TimeSpan? deadline = null, string token = "a-token") => DoctorGathering.GitHubAsync(
        new()
        {
            Index = PackageIndex.PyPI,
            Distributions = [],
            Publisher = Setup.Publisher,
            Environment = new Dictionary<string, string> { ["GITHUB_API_URL"] = api.AbsoluteUri, ["GITHUB_TOKEN"] = token },
        },
        given: null,
        deadline ?? Patience.Limit);
}
