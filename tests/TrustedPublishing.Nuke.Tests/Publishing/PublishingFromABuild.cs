using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>The target <c>Publish</c>, run as in a GitHub Actions job whose publisher is registered.</summary>
public sealed class PublishingFromABuild
{
    private static readonly RehearsalPublisher.GitHub Publisher = new() { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" };

    [Fact]
    public async Task PutsTheFilesOnTheIndexAndReportsThemEverywhere()
    {
        await using var index = await StartAsync();
        using var repository = new SampleRepository();
        var summary = repository.Write("summary.md", "");

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-report", "report.json"], Job(index, ("GITHUB_STEP_SUMMARY", summary)));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal));
        var report = JsonNode.Parse(await File.ReadAllTextAsync(repository.Combine("report.json"), TestContext.Current.CancellationToken))!;
        Assert.True((bool)report["succeeded"]!);
        Assert.Equal(index.Files.Select(file => file.Sha256).Order(StringComparer.Ordinal), report["files"]!.AsArray().Select(file => (string)file!["sha256"]!).Order(StringComparer.Ordinal));
        Assert.Contains("greeter-1.0.0.tar.gz", await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MasksEverySecretBeforeAnythingElseIsPrinted()
    {
        await using var index = await StartAsync();
        using var repository = new SampleRepository();
        var job = Job(index);

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--verbosity", "verbose"], job);

        Assert.True(result.ExitCode == 0, result.Output);
        var lines = result.Output.Split('\n');
        var masked = lines.Where(line => line.StartsWith("::add-mask::", StringComparison.Ordinal)).Select(line => line["::add-mask::".Length..]).ToList();
        Assert.Contains(job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"], masked);
        Assert.Contains(masked, secret => secret.StartsWith("eyJ", StringComparison.Ordinal));
        Assert.Contains(masked, secret => secret.StartsWith("pypi-", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => !line.StartsWith("::add-mask::", StringComparison.Ordinal) && masked.Exists(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FailsAndSaysWhichFileIsOnTheIndexAndWhichIsNot()
    {
        await using var index = await StartAsync(RehearsalFaults.Parse("upload *.whl status 400"));
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-report", "report.json"], Job(index));

        Assert.NotEqual(0, result.ExitCode);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(repository.Combine("report.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(
            [("greeter-1.0.0-py3-none-any.whl", "Failed"), ("greeter-1.0.0.tar.gz", "Uploaded")],
            report["files"]!.AsArray().Select(file => ((string)file!["file"]!, (string)file["outcome"]!)));
        Assert.Contains("NOT uploaded", result.Output, StringComparison.Ordinal);
        Assert.Contains($"DistributionRefused in the manual: {(string)report["failure"]!["help"]!}", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("/troubleshooting.md#distributionrefused", (string)report["failure"]!["help"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsNothingTheSecondTime()
    {
        await using var index = await StartAsync();
        using var repository = new SampleRepository();
        await repository.RunAsync("PythonOnly", ["Publish"], Job(index));
        var uploads = Uploads(index);

        var result = await repository.RunAsync("PythonOnly", ["Publish"], Job(index));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("already there", result.Output, StringComparison.Ordinal);
        Assert.Equal(uploads, Uploads(index));
    }

    [Fact]
    public async Task UsesExistingFilesInsteadOfPacking()
    {
        await using var index = await StartAsync();
        using var repository = new SampleRepository();
        await repository.RunAsync("PythonOnly", ["Pack"]);
        Directory.Move(repository.Combine("artifacts", "distributions"), repository.Combine("dist"));

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--distributions", "dist/*.whl"], Job(index));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["greeter-1.0.0-py3-none-any.whl"], index.Files.Select(file => file.FileName));
        Assert.False(Directory.Exists(repository.Combine("artifacts", "distributions")));
    }

    [Fact]
    public async Task RejectsATokenThatIsSetButEmpty()
    {
        await using var index = await StartAsync();
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Publish"], Job(index, ("PYPI_TOKEN", "")));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("PYPI_TOKEN is set but empty", result.Output, StringComparison.Ordinal);
        Assert.Empty(index.Requests);
    }

    [Fact]
    public async Task SaysImmediatelyThatThereAreNoCredentialsOutsideCi()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Publish"], new Dictionary<string, string> { ["PYPI_INDEX"] = "http://127.0.0.1:9/legacy/" });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Failure: NoCredentials", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("IndexUnavailable", result.Output, StringComparison.Ordinal);
    }

    private static int Uploads(RehearsalIndex index) => index.Requests.Count(request => request is { Method: "POST", Path: "/legacy/" });

    private static async Task<RehearsalIndex> StartAsync(RehearsalFaults? faults = null)
    {
        var index = await RehearsalIndex.StartAsync(new() { Faults = faults ?? RehearsalFaults.None }, TestContext.Current.CancellationToken);
        index.Register(Publisher);
        return index;
    }

    private static Dictionary<string, string> Job(RehearsalIndex index, params (string Name, string Value)[] more)
    {
        var job = new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri };
        foreach (var (name, value) in more)
        {
            job[name] = value;
        }

        return job;
    }
}
