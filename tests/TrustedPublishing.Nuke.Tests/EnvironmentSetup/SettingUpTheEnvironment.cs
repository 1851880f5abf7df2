using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.Tests.Doctor;
using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.EnvironmentSetup;

/// <summary>The target <c>SetUpEnvironment</c>, run as by a user, with GitHub simulated on this machine.</summary>
public sealed class SettingUpTheEnvironment
{
    private const string Repository = "/repos/octo-org/greeter";
    private const string Environment = Repository + "/environments/pypi";
    private const string Settings =
        """{"wait_timer":0,"prevent_self_review":true,"reviewers":[{"type":"User","id":1},{"type":"Team","id":2}],"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true},"can_admins_bypass":false}""";

    private const string Protected =
        """
        {"protection_rules":[{"type":"required_reviewers","prevent_self_review":true,"reviewers":[{"type":"User","reviewer":{"login":"octocat","id":1}},{"type":"Team","reviewer":{"slug":"releasers","id":2}}]}],
        "deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true},"can_admins_bypass":false}
        """;

    [Fact]
    public async Task ShowsThePlanAndSendsNothingWithoutConfirmation()
    {
        await using var github = await StartAsync();

        var result = await RunAsync(github, "--set-up-reviewers", "octocat;octo-org/releasers");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Environment 'pypi' of octo-org/greeter, which does not exist yet:", result.Output, StringComparison.Ordinal);
        Assert.Contains("reviewers         octocat, the team releasers", result.Output, StringComparison.Ordinal);
        Assert.Contains("branches and tags tag v* only", result.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed. To apply these changes, run the same command with --set-up-confirm.", result.Output, StringComparison.Ordinal);
        Assert.All(github.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendsExactlyThePlanOnceConfirmed()
    {
        await using var github = await StartAsync();
        github.Take($"PUT {Environment}", github => github.Answer(Environment, Protected))
            .Take($"POST {Environment}/deployment-branch-policies", github => github.Answer($"{Environment}/deployment-branch-policies", """{"total_count":1,"branch_policies":[{"id":1,"name":"v*","type":"tag"}]}"""));

        var result = await RunAsync(github, "--set-up-reviewers", "octocat;octo-org/releasers", "--set-up-confirm");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(
            [$"PUT {Environment} {Settings}", $$"""POST {{Environment}}/deployment-branch-policies {"name":"v*","type":"tag"}"""],
            github.Requests.Where(request => !request.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Contains(SetUpTexts.Done, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailsIfGitHubAcceptsARequestButDoesNotApplyIt()
    {
        await using var github = await StartAsync();
        github.Take($"PUT {Environment}", github => github.Answer(Environment, Protected.Replace("\"can_admins_bypass\":false", "\"can_admins_bypass\":true", StringComparison.Ordinal)))
            .Take($"POST {Environment}/deployment-branch-policies", github => github.Answer($"{Environment}/deployment-branch-policies", """{"total_count":1,"branch_policies":[{"id":1,"name":"v*","type":"tag"}]}"""));

        var result = await RunAsync(github, "--set-up-reviewers", "octocat;octo-org/releasers", "--set-up-confirm");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("administrators    can bypass all of this -> cannot bypass this", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsNothingIfEverythingIsSetUp()
    {
        await using var github = await StartAsync();
        github.Answer(Environment, Protected).Answer($"{Environment}/deployment-branch-policies", """{"total_count":1,"branch_policies":[{"id":1,"name":"v*","type":"tag"}]}""");

        var result = await RunAsync(github, "--set-up-confirm");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains(SetUpTexts.NothingToDo, result.Output, StringComparison.Ordinal);
        Assert.All(github.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RejectsAnEnvironmentWithoutReviewers()
    {
        await using var github = await StartAsync();

        var result = await RunAsync(github, "--set-up-confirm");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Name reviewers with --set-up-reviewers", result.Output, StringComparison.Ordinal);
        Assert.All(github.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusesToSetUpWhatTheTokenMayNotSee()
    {
        await using var github = await StartAsync();
        github.Answer($"{Repository}/environments", """{"message":"Not Found"}""", 404);

        var result = await RunAsync(github, "--set-up-reviewers", "octocat", "--set-up-confirm");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("the token cannot see them", result.Output, StringComparison.Ordinal);
        Assert.All(github.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NeedsAToken()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("Diagnosed", ["SetUpEnvironment", "--set-up-confirm"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No token: give --doctor-github-token, or set GITHUB_TOKEN or GH_TOKEN. Nothing was changed.", result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.SetUpFailed, result.Output);
    }

    [Fact]
    public async Task SetsUpTheEnvironmentOfTestPyPIForRunsOnTheDefaultBranch()
    {
        await using var github = await StartAsync();

        var result = await RunAsync(github, "--pypi-index", "testpypi", "--set-up-reviewers", "octocat");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Environment 'testpypi' of octo-org/greeter", result.Output, StringComparison.Ordinal);
        Assert.Contains("branches and tags branch main, tag v* only", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task AsksOnATerminal(string answer, bool sends)
    {
        Assert.SkipUnless(await HasTerminalAsync(), "script (util-linux) is not installed or gets no terminal: nobody can be asked.");
        await using var github = await StartAsync();
        github.Take($"PUT {Environment}", github => github.Answer(Environment, Protected))
            .Take($"POST {Environment}/deployment-branch-policies", github => github.Answer($"{Environment}/deployment-branch-policies", """{"total_count":1,"branch_policies":[{"id":1,"name":"v*","type":"tag"}]}"""));
        using var repository = new SampleRepository();
        var command = $"dotnet '{SampleRepository.BuildAssembly}' SetUpEnvironment --set-up-reviewers 'octocat;octo-org/releasers'";

        var result = await ChildProcess.RunAsync(
            "/bin/sh",
            ["-c", $"echo {answer} | script -qec \"{command}\" /dev/null"],
            repository.Path,
            SampleRepository.Variables("Diagnosed", Access(github)),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains(SetUpTexts.Question, result.Output, StringComparison.Ordinal);
        Assert.Equal(sends, github.Requests.Any(request => request.StartsWith("PUT ", StringComparison.Ordinal)));
        Assert.Contains(sends ? SetUpTexts.Done : SetUpTexts.Declined, result.Output, StringComparison.Ordinal);
    }

    private static async Task<bool> HasTerminalAsync() =>
        OperatingSystem.IsLinux() && File.Exists("/usr/bin/script")
        && (await ChildProcess.RunAsync("/usr/bin/script", ["-qec", "true", "/dev/null"], cancellationToken: TestContext.Current.CancellationToken)).ExitCode == 0;

    private static async Task<PlayedGitHub> StartAsync()
    {
        var github = await PlayedGitHub.StartAsync();
        github.Answer(Repository, """{"full_name":"octo-org/greeter","default_branch":"main","fork":false,"archived":false}""")
            .Answer($"{Repository}/environments", """{"total_count":0,"environments":[]}""")
            .Answer("/users/octocat", """{"login":"octocat","id":1,"type":"User"}""")
            .Answer("/orgs/octo-org/teams/releasers", """{"slug":"releasers","name":"Releasers","id":2}""");
        return github;
    }

    private static async Task<ChildProcessResult> RunAsync(PlayedGitHub github, params string[] arguments)
    {
        using var repository = new SampleRepository();
        return await repository.RunAsync("Diagnosed", ["SetUpEnvironment", .. arguments], Access(github));
    }

    private static Dictionary<string, string> Access(PlayedGitHub github) => new() { ["GITHUB_API_URL"] = github.Address.AbsoluteUri, ["GITHUB_TOKEN"] = "a-token" };
}
