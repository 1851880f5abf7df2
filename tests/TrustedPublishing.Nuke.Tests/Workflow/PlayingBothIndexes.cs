using TrustedPublishing.Nuke.Tests.Publishing;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated workflow with <c>Indexes</c>, started manually: TestPyPI and PyPI, each with its own job and environment.</summary>
[Trait("Speed", "Slow")]
public sealed class PlayingBothIndexes : IDisposable
{
    private readonly TemporaryDirectory artifacts = new();
    private readonly List<TemporaryDirectory> publishing = [];

    public void Dispose()
    {
        artifacts.Dispose();
        publishing.ForEach(folder => folder.Dispose());
    }

    [Fact]
    public async Task PublishesTheSameFilesToBoth()
    {
        await using var indexes = await StartAsync();
        var (runner, job) = await BuiltAsync(indexes, "testpypi;pypi");

        Assert.True(await PublishAsync(runner, job, "publish-testpypi", indexes.First), runner.Log);
        Assert.True(await PublishAsync(runner, job, "publish", indexes.Second), runner.Log);

        Assert.Equal(2, indexes.Second.Files.Count);
        Assert.Equal(Digests(indexes.First), Digests(indexes.Second));
    }

    [Fact]
    public async Task NeverReachesTheIndexIfTheReleaseIsNotVerifiedOnTestPyPI()
    {
        await using var indexes = await StartAsync("upload status 400");
        var (runner, job) = await BuiltAsync(indexes, "testpypi;pypi");

        Assert.False(await PublishAsync(runner, job, "publish-testpypi", indexes.First));

        Assert.False(runner.Runs("publish"));
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("testpypi", true, false)]
    [InlineData("pypi", false, true)]
    [InlineData("testpypi;pypi", true, false)] // until TestPyPI has it
    public async Task RunsTheSelectedJobs(string chosen, bool triesOut, bool publishes)
    {
        await using var indexes = await StartAsync();
        var runner = Runner(indexes.Job(), chosen);
        runner.Values["needs.build.result"] = runner.Values["needs.compile-publisher.result"] = "success";

        Assert.Equal((triesOut, publishes), (runner.Runs("publish-testpypi"), runner.Runs("publish")));
    }

    private static async Task<TwoIndexes> StartAsync(string? faultsOfFirst = null)
    {
        var indexes = await TwoIndexes.StartAsync(faultsOfFirst);
        var publisher = new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" };
        indexes.First.Register(publisher with { Environment = "testpypi" });
        indexes.Second.Register(publisher with { Environment = "pypi" });
        return indexes;
    }

    private PlayedRunner Runner(Dictionary<string, string> job, string chosen)
    {
        var settings = new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true, Indexes = ["testpypi", "pypi"] };
        var runner = new PlayedRunner(GeneratedWorkflow.Parse(GeneratedWorkflow.Text(settings, SampleRepository.Facts)), artifacts.Path, job);
        runner.Values["inputs.index"] = chosen;
        return runner;
    }

    private async Task<(PlayedRunner Runner, Dictionary<string, string> Job)> BuiltAsync(TwoIndexes indexes, string chosen)
    {
        Peers.Find("sha256sum");
        var job = indexes.Job();
        var runner = Runner(job, chosen);
        using var clean = SampleRepository.Clean();
        using var sources = SampleRepository.WithBuild();
        Assert.True(await runner.PlayAsync("compile-publisher", clean.Path), runner.Log);
        Assert.True(await runner.PlayAsync("build", sources.Path), runner.Log);
        return (runner, job);
    }

    /// <summary>Publishes in an empty folder, to an index that replaces the one named by the job.</summary>
    private async Task<bool> PublishAsync(PlayedRunner runner, Dictionary<string, string> environment, string job, RehearsalIndex index)
    {
        publishing.Add(new());
        environment["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri;
        return await runner.PlayAsync(job, publishing[^1].Path);
    }

    private static IEnumerable<string> Digests(RehearsalIndex index) => index.Files.Select(file => file.Sha256).Order(StringComparer.Ordinal);
}
