using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>The target <c>Doctor</c>, run as by a user, with GitHub and an index simulated on this machine.</summary>
public sealed class RunningTheDoctor : IAsyncLifetime
{
    private readonly SampleRepository repository = new();
    private PlayedGitHub github = null!;
    private RehearsalIndex index = null!;

    public async ValueTask InitializeAsync()
    {
        github = await PlayedGitHub.StartAsync();
        index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        repository.Write(".github/workflows/release.yml", Setup.HealthyWorkflow);
        github.Answer("/repos/octo-org/greeter", """{"full_name":"octo-org/greeter","default_branch":"main","fork":false,"archived":false}""")
            .Answer("/repos/octo-org/greeter/contents/.github/workflows/release.yml", """{"path":".github/workflows/release.yml"}""");
        PlayEnvironment("pypi", """{"id":1,"name":"v*","type":"tag"}""");
        PlayEnvironment("testpypi", """{"id":1,"name":"main","type":"branch"}""");
        index.CreateProject("greeter");
    }

    [Fact]
    public async Task EndsWithZeroWhenNothingStopsARelease()
    {
        var result = await DoctorAsync("--doctor-report", "doctor.json");

        Assert.True(result.ExitCode == 0, result.Output);
        var report = await ReportAsync();
        Assert.True((bool)report["healthy"]!);
        Assert.DoesNotContain(report["checks"]!.AsArray(), check => (string)check!["verdict"]! is "Error" or "Warning");
        Assert.Contains("accepts deployments from tag v* only", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndsWithOneAndNamesTheErrorInTheReport()
    {
        var broken = Path.Combine(RepositoryRoot.Path, "tests", "samples", "broken-no-id-token", ".github", "workflows", "release.yml");
        repository.Write(".github/workflows/release.yml", await File.ReadAllTextAsync(broken, TestContext.Current.CancellationToken));

        var result = await DoctorAsync("--doctor-report", "doctor.json");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        var report = await ReportAsync();
        Assert.False((bool)report["healthy"]!);
        var error = Assert.Single(report["checks"]!.AsArray(), check => (string)check!["verdict"]! == "Error")!;
        Assert.Equal("release.yml", (string)error["check"]!);
        Assert.Contains("without permission to request an identity token", (string)error["found"]!, StringComparison.Ordinal);
        Assert.Contains("id-token: write", (string)error["change"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pypi", 0)]
    [InlineData("testpypi", 1)]
    public async Task ComparesSavedClaimsRowByRow(string environment, int exitCode)
    {
        var result = await DoctorAsync("--claims", Claims(environment, "push"));

        Assert.True(result.ExitCode == exitCode, result.Output);
        Assert.Equal(exitCode == 1, result.Output.Contains("testpypi, expected pypi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ExpectsTheEnvironmentOfTestPyPIInAManualTestPyPIRun()
    {
        var result = await DoctorAsync("--claims", Claims("testpypi", "workflow_dispatch"), "--pypi-index", "testpypi", "--pypi-simple", index.Index.SimpleUrl.AbsoluteUri);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("octo-org/greeter, workflow release.yml, environment testpypi", result.Output, StringComparison.Ordinal);
        Assert.Contains("environment=testpypi", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChecksEveryIndexOfARun()
    {
        var result = await DoctorAsync("--pypi-index", $"testpypi;{index.Index.UploadUrl}", "--pypi-simple", $"{index.Index.SimpleUrl};");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Project on TestPyPI", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Project on {index.Index.Name}", result.Output, StringComparison.Ordinal);
        Assert.Contains("TestPyPI: Declared publisher", result.Output, StringComparison.Ordinal); // each has an environment of its own
        Assert.Single(result.Output.Split('\n'), line => line.Contains("Python project", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ComparesTheJobsOwnIdentityInCi()
    {
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "other.yml", Environment = "pypi", PendingProject = "other" });

        var result = await repository.RunAsync("Diagnosed", ["Doctor"], Variables(index.JobEnvironment()));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Claim job_workflow_ref", result.Output, StringComparison.Ordinal);
        Assert.Equal("::add-mask::a-token", Assert.Single(result.Output.Split('\n'), line => line.Contains("a-token", StringComparison.Ordinal)));
        Assert.DoesNotContain(index.Requests, request => request.Path.Contains("mint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KnowsAVersionThatTheBuildComputes()
    {
        repository.Write("pyproject.toml", "[project]\nname = \"greeter\"\ndynamic = [\"version\"]\n");

        var result = await repository.RunAsync("Diagnosed", ["Doctor"], new Dictionary<string, string>(Variables(new Dictionary<string, string>())) { ["SAMPLE_VERSION"] = "2.0.0" });

        Assert.Contains("2.0.0 does not exist yet", result.Output, StringComparison.Ordinal);
    }

    /// <summary>GitHub reads workflows only in the root of the git repository.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LooksForTheWorkflowWhereGitHubDoes(bool isInTheGitRoot)
    {
        using var deep = new SampleRepository("tools/release");
        var folder = Path.Combine(isInTheGitRoot ? deep.GitPath : deep.Path, ".github", "workflows");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "release.yml"), Setup.HealthyWorkflow, TestContext.Current.CancellationToken);

        var result = await deep.RunAsync("Diagnosed", ["Doctor"], Variables(new Dictionary<string, string>()));

        Assert.Equal(isInTheGitRoot ? 0 : 1, result.ExitCode);
        Assert.Equal(!isInTheGitRoot, result.Output.Contains("The declared workflow is not in .github/workflows, which is empty or missing.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadsThePipelineOnGitLab()
    {
        repository.Write(".gitlab-ci.yml", "publish:\n  environment: pypi\n  script: [twine upload dist/*]\n");

        var result = await repository.RunAsync("Diagnosed", ["Doctor"], Variables(new Dictionary<string, string> { ["GITLAB_CI"] = "true" }));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No job in it gets an identity token.", result.Output, StringComparison.Ordinal);
        Assert.Empty(github.Requests);
    }

    [Fact]
    public async Task ChecksTheRestWithoutAToken()
    {
        var variables = Variables(new Dictionary<string, string>());
        variables.Remove("GITHUB_TOKEN");

        var result = await repository.RunAsync("Diagnosed", ["Doctor"], variables);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("not checked  No token: give --doctor-github-token", result.Output, StringComparison.Ordinal);
        Assert.Empty(github.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        repository.Dispose();
        await index.DisposeAsync();
        await github.DisposeAsync();
    }

    private void PlayEnvironment(string name, string rule) => github
        .Answer($"/repos/octo-org/greeter/environments/{name}", """{"protection_rules":[{"type":"required_reviewers","prevent_self_review":true,"reviewers":[{"type":"User","reviewer":{"login":"octocat","id":1}}]}],"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true},"can_admins_bypass":false}""")
        .Answer($"/repos/octo-org/greeter/environments/{name}/deployment-branch-policies", $$"""{"total_count":1,"branch_policies":[{{rule}}]}""");

    private string Claims(string environment, string started) => repository.Write("claims.json", $$"""
        {"repository":"octo-org/greeter","repository_owner":"octo-org","repository_owner_id":"1","repository_id":"2","environment":"{{environment}}","event_name":"{{started}}","actor":"octocat","actor_id":"3",
        "job_workflow_ref":"octo-org/greeter/.github/workflows/release.yml@refs/tags/v1","workflow_ref":"octo-org/greeter/.github/workflows/release.yml@refs/tags/v1","ref":"refs/tags/v1","sha":"0123","workflow":"release","jti":"1"}
        """);

    private async Task<JsonNode> ReportAsync() => JsonNode.Parse(await File.ReadAllTextAsync(repository.Combine("doctor.json"), TestContext.Current.CancellationToken))!;

    private Task<ChildProcessResult> DoctorAsync(params string[] arguments) =>
        repository.RunAsync("Diagnosed", ["Doctor", .. arguments], Variables(new Dictionary<string, string>()));

    private Dictionary<string, string> Variables(IReadOnlyDictionary<string, string> job) => new(job)
    {
        ["GITHUB_API_URL"] = github.Address.AbsoluteUri,
        ["GITHUB_TOKEN"] = "a-token",
        ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri,
    };
}
