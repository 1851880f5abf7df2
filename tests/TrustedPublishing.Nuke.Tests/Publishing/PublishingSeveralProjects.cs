using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>Distributions of two projects in one folder: two releases in one run, each with its own exchange and section.</summary>
[Trait("Speed", "Slow")]
public sealed class PublishingSeveralProjects : IDisposable
{
    private static readonly string[] Names = ["greeter", "parter"];

    private static readonly RehearsalPublisher.GitHub Publisher = new() { Owner = "octo-org", Repository = "monorepo", Workflow = "release.yml", Projects = Names };

    private readonly SampleRepository repository = new();

    public PublishingSeveralProjects()
    {
        foreach (var name in Names)
        {
            repository.Write($"python/{name}/pyproject.toml", $"[project]\nname = \"{name}\"\nversion = \"1.0.0\"\n");
            repository.Write($"python/{name}/src/{name}/__init__.py", "");
            repository.Write($"python/{name}/src/{name}/__main__.py", "print('Hello')\n");
        }
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task GivesEachAnExchangeAndASection()
    {
        await using var index = await StartAsync();

        var result = await PublishAsync(index);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(4, index.Files.Count);
        Assert.Equal(2, Exchanges(index));
        Assert.True(index.Requests.TakeWhile(request => !IsUpload(request)).Count(IsExchange) == 2, "An upload came before the last exchange.");
        Assert.Equal(
            [("greeter", true, 2), ("parter", true, 2)],
            Sections().Select(section => ((string)section["project"]!, (bool)section["succeeded"]!, section["files"]!.AsArray().Count)));
        Assert.Contains("2 of 2 releases are published", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsNothingIfOneExchangeFails()
    {
        await using var index = await StartAsync("mint 2.. status 403");

        var result = await PublishAsync(index);

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain(index.Requests, IsUpload);
        Assert.Equal([("greeter", false), ("parter", true)], Sections().Select(section => ((string)section["project"]!, (bool)section["attempted"]!)));
        Assert.Contains($"{index.Index.Name}: greeter 1.0.0 not attempted", result.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// PyPI exchanges an identity token whatever is to be published with it, and rejects the second project only after the first is public.
    /// </summary>
    [Fact]
    public async Task SendsNothingIfThePublisherHasOnlyOneOfThem()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(Publisher with { Projects = ["greeter"] });

        var result = await PublishAsync(index);

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain(index.Requests, IsUpload);
        Assert.Contains("is good for 1 project, and this run publishes 2: greeter, parter", result.Output, StringComparison.Ordinal);
        Assert.Contains("parter 1.0.0 failed (NotAllowed)", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, index.Requests.Count(request => request.Path == "/_/oidc/burn-token"));
    }

    [Fact]
    public async Task SaysWhichIsPublishedWhenALaterOneFails()
    {
        await using var index = await StartAsync("upload parter-* status 400");

        var result = await PublishAsync(index);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(["greeter", "greeter"], index.Files.Select(file => file.FileName.Split('-')[0]));
        Assert.Contains($"{index.Index.Name}: greeter 1.0.0 published; {index.Index.Name}: parter 1.0.0 failed (DistributionRefused).", result.Output, StringComparison.Ordinal);
        Assert.Equal([true, false], Sections().Select(section => (bool)section["succeeded"]!));
    }

    [Fact]
    public async Task ChecksAllFilesBeforeAnyRequest()
    {
        await using var index = await StartAsync();

        var result = await PublishAsync(index, before: () =>
        {
            File.AppendAllText(repository.Combine("dist", "greeter-1.0.0-py3-none-any.whl"), "x");
            File.AppendAllText(repository.Combine("dist", "parter-1.0.0-py3-none-any.whl"), "x");
        });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Empty(index.Requests);
        Assert.Contains("greeter-1.0.0-py3-none-any.whl", result.Output, StringComparison.Ordinal);
        Assert.Contains("parter-1.0.0-py3-none-any.whl", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExchangesTheSingleIdentityTokenOfAGitLabJobOnce()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "monorepo", WorkflowPath = ".gitlab-ci.yml", Projects = Names });

        var result = await PublishAsync(index);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(4, index.Files.Count);
        Assert.Equal(1, Exchanges(index));
        Assert.Equal(1, index.Requests.Count(request => request.Path == "/_/oidc/burn-token"));
    }

    [Fact]
    public async Task GoesToEveryIndexProjectByProject()
    {
        await using var indexes = (await TwoIndexes.StartAsync()).With(Publisher);
        await PackAsync();

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--distributions", "dist/*", "--pypi-report", "report.json"], indexes.Job());

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["testpypi", "testpypi", "pypi", "pypi"], indexes.Audiences);
        Assert.Equal(4, indexes.Second.Files.Count);
        Assert.Equal(
            [(indexes.First.Index.Name, "greeter"), (indexes.First.Index.Name, "parter"), (indexes.Second.Index.Name, "greeter"), (indexes.Second.Index.Name, "parter")],
            Sections().Select(section => ((string)section["index"]!, (string)section["project"]!)));
    }

    [Fact]
    public async Task IsRehearsed()
    {
        await PackAsync();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--distributions", "dist/*"]); // its command needs the first project

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("2 of 2 releases are published", result.Output, StringComparison.Ordinal);
    }

    private async Task<ChildProcessResult> PublishAsync(RehearsalIndex index, Action? before = null)
    {
        await PackAsync();
        before?.Invoke();
        return await repository.RunAsync(
            "PythonOnly", ["Publish", "--distributions", "dist/*", "--pypi-report", "report.json"], new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });
    }

    private async Task PackAsync()
    {
        Directory.CreateDirectory(repository.Combine("dist"));
        foreach (var name in Names)
        {
            Assert.Equal(0, (await repository.RunAsync("PythonOnly", ["Pack", "--pypi-project", $"python/{name}"])).ExitCode);
            foreach (var file in Directory.EnumerateFiles(repository.Combine("artifacts", $"distributions-python-{name}"), "*-1.0.0*"))
            {
                File.Copy(file, repository.Combine("dist", Path.GetFileName(file)));
            }
        }
    }

    private JsonNode[] Sections() => [.. JsonNode.Parse(File.ReadAllText(repository.Combine("report.json")))!["releases"]!.AsArray().OfType<JsonNode>()];

    private static int Exchanges(RehearsalIndex index) => index.Requests.Count(IsExchange);

    private static bool IsExchange(ReceivedRequest request) => request.Path == "/_/oidc/mint-token";

    private static bool IsUpload(ReceivedRequest request) => request is { Method: "POST", Path: "/legacy/" };

    private static async Task<RehearsalIndex> StartAsync(string faults = "")
    {
        var index = await RehearsalIndex.StartAsync(new() { Faults = RehearsalFaults.Parse(faults) }, TestContext.Current.CancellationToken);
        index.Register(Publisher);
        return index;
    }
}
