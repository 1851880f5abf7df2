using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>A build that releases from GitHub and from GitLab declares a publisher for each.</summary>
public sealed class ABuildWithTwoPublishers
{
    [Theory]
    [InlineData(PublisherProvider.GitHub, "octo-org", "release.yml", "The job matches the publisher that this repository declares")]
    [InlineData(PublisherProvider.GitLab, "group", ".gitlab-ci.yml", "The job matches the publisher that this repository declares")]
    [InlineData(PublisherProvider.GitLab, "group", "ci/other.yml", "gitlab.com/group/greeter//.gitlab-ci.yml@")]
    public async Task ComparesTheJobWithThePublisherForItsCiSystem(PublisherProvider provider, string owner, string workflow, string said)
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var repository = new SampleRepository();
        Assert.Equal(0, (await repository.RunAsync("ReleasingOnBoth", ["Pack"], new Dictionary<string, string> { ["GITLAB_CI"] = "true" })).ExitCode);
        var job = index.JobEnvironment(new() { Provider = provider, Owner = owner, Workflow = workflow, Environment = "pypi" });

        var result = await repository.RunAsync("ReleasingOnBoth", ["Publish", "--skip"], new Dictionary<string, string>(job) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("InvalidPublisher", result.Output, StringComparison.Ordinal);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
    }
}
