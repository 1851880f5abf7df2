using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>One run, several indexes: the release is tried on the first, and only then are the same bytes published to the next.</summary>
public sealed class PublishingToSeveralIndexes : IDisposable
{
    private static readonly RehearsalPublisher.GitHub Publisher = new() { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" };

    private readonly SampleRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task SendsTheSameBytesToEach()
    {
        await using var indexes = (await TwoIndexes.StartAsync()).With(Publisher);
        var summary = repository.Write("summary.md", "");

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-report", "report.json"], indexes.Job(("GITHUB_STEP_SUMMARY", summary)));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(Digests(indexes.First), Digests(indexes.Second));
        Assert.Equal(2, indexes.Second.Files.Count);
        Assert.Equal(["testpypi", "pypi"], indexes.Audiences);
        var report = Report();
        Assert.True((bool)report["succeeded"]!);
        Assert.Equal(
            [(indexes.First.Index.Name, true, true), (indexes.Second.Index.Name, true, true)],
            report["releases"]!.AsArray().Select(release => ((string)release!["index"]!, (bool)release["attempted"]!, (bool)release["succeeded"]!)));
        Assert.All(report["releases"]!.AsArray(), release => Assert.All(release!["files"]!.AsArray(), file => Assert.True((bool)file!["verified"]!)));
        Assert.Contains("2 of 2 releases are published", await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContactsTheSecondOnlyAfterTheFirstHasVerifiedItsRelease()
    {
        await using var indexes = (await TwoIndexes.StartAsync()).With(Publisher);

        Assert.Equal(0, (await repository.RunAsync("PythonOnly", ["Publish"], indexes.Job())).ExitCode);

        Assert.True(indexes.First.Requests[^1].Arrived <= indexes.Second.Requests[0].Arrived);
        Assert.Contains(indexes.First.Requests, request => request is { Method: "GET", Path: "/simple/greeter/" });
    }

    [Fact]
    public async Task StopsBeforeTheSecondWhenTheFirstFails()
    {
        await using var indexes = (await TwoIndexes.StartAsync("upload *.whl status 400")).With(Publisher);

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-report", "report.json"], indexes.Job());

        Assert.NotEqual(0, result.ExitCode);
        Assert.Empty(indexes.Second.Requests);
        Assert.DoesNotContain("pypi", indexes.Audiences);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        var releases = Report()["releases"]!.AsArray();
        Assert.Equal([(true, false), (false, false)], releases.Select(release => ((bool)release!["attempted"]!, (bool)release["succeeded"]!)));
        Assert.Equal("DistributionRefused", (string)releases[0]!["failure"]!["code"]!);
        Assert.Null(releases[1]!["failure"]);
        Assert.All(releases[1]!["files"]!.AsArray(), file => Assert.Equal("NotAttempted", (string)file!["outcome"]!));
        Assert.Contains($"{indexes.Second.Index.Name}: greeter 1.0.0 not attempted", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhatIsPublishedWhenTheSecondFails()
    {
        await using var indexes = await TwoIndexes.StartAsync();
        indexes.First.Register(Publisher); // no publisher is registered on the second

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-report", "report.json"], indexes.Job());

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(2, indexes.First.Files.Count);
        Assert.Empty(indexes.Second.Files);
        Assert.Contains($"{indexes.First.Index.Name}: greeter 1.0.0 published; {indexes.Second.Index.Name}: greeter 1.0.0 failed (InvalidPublisher).", result.Output, StringComparison.Ordinal);
        Assert.Equal("InvalidPublisher", (string)Report()["releases"]![1]!["failure"]!["code"]!);
    }

    [Fact]
    public async Task ResumesAtTheMissingIndex()
    {
        await using var indexes = await TwoIndexes.StartAsync();
        indexes.First.Register(Publisher);
        await repository.RunAsync("PythonOnly", ["Publish"], indexes.Job());
        indexes.Second.Register(Publisher);

        var result = await repository.RunAsync("PythonOnly", ["Publish"], indexes.Job());

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(2, indexes.First.Requests.Count(request => request is { Method: "POST", Path: "/legacy/" }));
        Assert.Equal(Digests(indexes.First), Digests(indexes.Second));
    }

    [Fact]
    public async Task KeepsAJournalWithRowsForEach()
    {
        await using var indexes = (await TwoIndexes.StartAsync()).With(Publisher);

        Assert.Equal(0, (await repository.RunAsync("PythonOnly", ["Publish"], indexes.Job())).ExitCode);

        var journal = JsonNode.Parse(await File.ReadAllTextAsync(repository.Combine("artifacts", "publish-journal.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(
            [(indexes.Second.Index.UploadUrl.AbsoluteUri, "uploaded"), (indexes.First.Index.UploadUrl.AbsoluteUri, "uploaded")],
            journal["others"]!.AsArray().Prepend(journal).Select(release => ((string)release!["index"]!, release["files"]!.AsArray().Select(file => (string)file!["state"]!).Distinct().Single())).ToArray());
    }

    [Fact]
    public async Task UsesOneIdentityTokenForEachInAGitLabJob()
    {
        var publisher = new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "greeter", WorkflowPath = ".gitlab-ci.yml", PendingProject = "greeter" };
        await using var indexes = (await TwoIndexes.StartAsync()).With(publisher);

        var result = await repository.RunAsync("PythonOnly", ["Publish"], indexes.GitLabJob());

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(Digests(indexes.First), Digests(indexes.Second));
    }

    [Fact]
    public async Task CannotShareACredential()
    {
        await using var indexes = (await TwoIndexes.StartAsync()).With(Publisher);

        var result = await repository.RunAsync("PythonOnly", ["Publish"], indexes.Job(("PYPI_TOKEN", "pypi-AgEIcHlwaS5vcmc")));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--pypi-token belongs to one index", result.Output, StringComparison.Ordinal);
        Assert.Empty(indexes.First.Requests);
    }

    [Theory]
    [InlineData("testpypi;", "has an empty entry")]
    [InlineData(";", "has an empty entry")]
    [InlineData("pypi;https://upload.pypi.org/legacy/", "names PyPI 2 times")]
    [InlineData("testpypi;nonsense", "--pypi-index cannot be used")]
    [InlineData("testpypi,pypi", "Separate several indexes by ';'.")]
    [InlineData("testpypi;https://pypi.org/legacy/", "--pypi-index cannot be used")]
    [InlineData("testpypi;pypi", "--pypi-simple 'https://index.example.com/simple/' has 1 value and --pypi-index has 2", "--pypi-simple", "https://index.example.com/simple/")]
    [InlineData("testpypi;pypi", "--pypi-audience 'one;two;three' has 3 values and --pypi-index has 2", "--pypi-audience", "one;two;three")]
    public async Task RejectsInvalidIndexes(string indexes, string words, params string[] more)
    {
        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-index", indexes, .. more]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(words, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRehearsedOnAnEmbeddedIndexForEach()
    {
        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--pypi-index", "testpypi;pypi"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Rehearsing against an embedded index in the place of TestPyPI at ", result.Output, StringComparison.Ordinal);
        Assert.Contains("Rehearsing against an embedded index in the place of PyPI at ", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 2 releases are published", result.Output, StringComparison.Ordinal);
    }

    private JsonNode Report() => JsonNode.Parse(File.ReadAllText(repository.Combine("report.json")))!;

    private static IEnumerable<string> Digests(RehearsalIndex index) => index.Files.Select(file => file.Sha256).Order(StringComparer.Ordinal);
}
