using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The usual checkers report nothing about the generated GitLab pipelines.</summary>
public sealed class LintingThePipeline
{
    [Fact]
    public async Task YamllintFindsNothing()
    {
        using var files = new LintedFiles(OptionSets.GitLab);
        var result = await files.YamllintAsync();
        Assert.True(result.ExitCode == 0, result.Output);
    }

    /// <summary>All commands of a job run in one shell.</summary>
    [Fact]
    public async Task ShellcheckFindsNothing()
    {
        var jobs = OptionSets.GitLab.Values.SelectMany(pipeline => GeneratedWorkflow.Parse(pipeline).Children.Values).OfType<YamlMappingNode>().ToList();
        using var files = new LintedFiles(OptionSets.GitLab);
        var result = await files.ShellcheckAsync(jobs.Select(job => string.Join('\n', ((YamlSequenceNode)job["script"]).Select(block => block.ToString()))));
        Assert.True(result.ExitCode == 0, result.Output);
    }
}
