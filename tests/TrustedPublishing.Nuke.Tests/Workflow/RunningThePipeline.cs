using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// The generated GitLab pipeline, run by gitlab-ci-local, an independent implementation that hands over artifacts and the dotenv report.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class RunningThePipeline
{
    [Fact]
    public async Task PublishesTheFilesSealedByTheFirstJob()
    {
        Peers.Find("rsync");
        await using var index = await PlayedPipeline.StartIndexAsync();
        using var gitlab = await LocalGitLab.OfAsync(PlayedPipeline.Text(index), canRun: true);
        var job = index.JobEnvironment(new() { Provider = PublisherProvider.GitLab, Workflow = ".gitlab-ci.yml", Environment = "pypi" });

        var result = await gitlab.RunAsync([.. job.Select(variable => $"{variable.Key}={variable.Value}"), "SAMPLE_BUILD=PythonOnly"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal));
    }
}
