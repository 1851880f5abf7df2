using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>Two Python projects in one repository, each with its own workflow, environment and folder.</summary>
public sealed class ABuildWithTwoProjects : IDisposable
{
    private static readonly string[] Names = ["greeter", "parter"];

    private readonly SampleRepository repository = new();

    public ABuildWithTwoProjects()
    {
        repository.AddBuild();
        foreach (var name in Names)
        {
            repository.Write($"python/{name}/pyproject.toml", $"[project]\nname = \"{name}\"\nversion = \"1.0.0\"\n");
            repository.Write($"python/{name}/src/{name}/__init__.py", "");
        }
    }

    [Fact]
    public async Task WritesAWorkflowForEachWhicheverProjectIsSelected()
    {
        Assert.Equal(0, (await RunAsync("Pack", "--pypi-project", "python/greeter")).ExitCode);
        var first = Names.Select(Workflow).ToList();
        Assert.Equal(0, (await RunAsync("Pack", "--pypi-project", "python/parter", "--pypi-parallel", "2", "--pypi-index", "testpypi")).ExitCode);

        Assert.Equal(first, Names.Select(Workflow));
        Assert.All(Names, name =>
        {
            Assert.Contains($"url: https://pypi.org/project/{name}/", Workflow(name), StringComparison.Ordinal);
            Assert.Contains($"bash ./build.sh Pack --pypi-project python/{name}", Workflow(name), StringComparison.Ordinal);
            Assert.Contains($"copy 'artifacts/distributions-python-{name}' handed-over/distributions", Workflow(name), StringComparison.Ordinal);
            Assert.Contains($"Publish --skip --pypi-project python/{name}", Workflow(name), StringComparison.Ordinal);
        });
        Assert.Equal(0, (await repository.RunAsync("ReleasingTwoProjects", ["CheckWorkflow"], new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" })).ExitCode);
    }

    [Fact]
    public async Task PacksEachIntoItsOwnFolder()
    {
        foreach (var name in Names)
        {
            Assert.Equal(0, (await RunAsync("Pack", "--pypi-project", $"python/{name}")).ExitCode);
        }

        Assert.All(Names, name => Assert.Equal(
            ["SHA256SUMS", $"{name}-1.0.0-py3-none-any.whl", $"{name}-1.0.0.tar.gz"],
            Directory.GetFiles(repository.Combine("artifacts", $"distributions-python-{name}")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("greeter", "release-greeter.yml", "pypi")]
    [InlineData("parter", "release-parter.yml", "pypi-parter")]
    public async Task PublishesEachAsItsDeclaredPublisher(string project, string workflow, string environment)
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "monorepo", Workflow = workflow, Environment = environment, PendingProject = project });
        Assert.Equal(0, (await RunAsync("Pack", "--pypi-project", $"python/{project}")).ExitCode);
        var job = index.JobEnvironment(new() { Owner = "octo-org", Repository = "monorepo", Workflow = workflow, Environment = environment });

        var result = await repository.RunAsync(
            "ReleasingTwoProjects", ["Publish", "--skip", "--pypi-project", $"python/{project}"], new Dictionary<string, string>(job) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal([$"{project}-1.0.0-py3-none-any.whl", $"{project}-1.0.0.tar.gz"], index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal));
    }

    public void Dispose() => repository.Dispose();

    private string Workflow(string name) => File.ReadAllText(repository.Combine(".github", "workflows", $"release-{name}.yml"));

    private Task<TrustedPublishing.Testing.ChildProcessResult> RunAsync(params string[] arguments) => repository.RunAsync("ReleasingTwoProjects", arguments);
}
