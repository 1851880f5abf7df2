namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>What starts the generated GitLab pipeline, according to gitlab-ci-local's evaluation of its rules.</summary>
[Trait("Speed", "Slow")]
public sealed class StartingThePipeline
{
    private const string Both = "compile-publisher on_success, build on_success, publish on_success";

    [Theory]
    [InlineData("CI_COMMIT_TAG=v1.0.0", Both)]
    [InlineData("CI_COMMIT_TAG=v1/0", "")]
    [InlineData("CI_COMMIT_TAG=release/2026/11", Both)]
    [InlineData("CI_COMMIT_TAG=1.0+final", Both)]
    [InlineData("CI_COMMIT_TAG=1x0+final", "")]
    [InlineData("CI_PIPELINE_SOURCE=web", "compile-publisher on_success, build on_success, publish-testpypi manual, publish manual")]
    [InlineData("CI_PIPELINE_SOURCE=push", "")]
    [InlineData("CI_PIPELINE_SOURCE=merge_request_event", "")]
    [InlineData("CI_PIPELINE_SOURCE=schedule CI_COMMIT_TAG=v1.0.0", "")]
    [InlineData("CI_PROJECT_PATH=Octo-Org/Greeter CI_COMMIT_TAG=v1.0.0", Both)]
    [InlineData("CI_PROJECT_PATH=fork/greeter CI_COMMIT_TAG=v1.0.0", "")]
    [InlineData("CI_PROJECT_PATH=octo-org/greeter2 CI_PIPELINE_SOURCE=web", "")]
    public async Task RunsTheJobs(string variables, string jobs)
    {
        using var gitlab = await LocalGitLab.OfAsync(OptionSets.GitLab["EveryTrigger"]);

        var result = await gitlab.ListAsync(variables.Split(' '));

        Assert.Equal(jobs, Listed(result));
    }

    private static string Listed(TrustedPublishing.Testing.ChildProcessResult result)
    {
        Assert.True(result.ExitCode == 0, result.Output);
        return string.Join(", ", result.StandardOutput.Split('\n').Select(line => line.Split(';')).Where(cells => cells.Length == 6 && cells[0] != "name").Select(cells => $"{cells[0]} {cells[3]}"));
    }

    /// <summary>A merge request's pipeline runs in its fork.</summary>
    [Theory]
    [InlineData("CI_PIPELINE_SOURCE=merge_request_event", "rehearse on_success")]
    [InlineData("CI_PIPELINE_SOURCE=merge_request_event CI_PROJECT_PATH=fork/greeter", "rehearse on_success")]
    [InlineData("CI_COMMIT_TAG=v1.0.0", Both)]
    public async Task RehearsesAReleaseForAMergeRequest(string variables, string jobs)
    {
        using var gitlab = await LocalGitLab.OfAsync(OptionSets.GitLab["MergeRequest"]);

        Assert.Equal(jobs, Listed(await gitlab.ListAsync(variables.Split(' '))));
    }

    [Fact]
    public async Task IsAllowedByTheSchemaWithEveryOption()
    {
        foreach (var (name, pipeline) in OptionSets.GitLab)
        {
            using var gitlab = await LocalGitLab.OfAsync(pipeline);
            var result = await gitlab.ListAsync();
            Assert.True(result.ExitCode == 0, $"{name}: {result.Output}");
        }
    }

    [Fact]
    public async Task IsRejectedByTheSchemaIfBroken()
    {
        using var gitlab = await LocalGitLab.OfAsync(OptionSets.GitLab["Tags"].Replace("interruptible: false", "interruptible: sometimes", StringComparison.Ordinal));

        var result = await gitlab.ListAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("'interruptible' property type must be boolean", result.Output, StringComparison.Ordinal);
    }
}
