using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>NUKE as the host of a build.</summary>
internal sealed class NukeHost(INukeBuild build) : IBuildHost
{
    public string Root => build.RootDirectory;

    public string TemporaryFolder => build.TemporaryDirectory;

    public bool IsLocal => build.IsLocalBuild;

    public OutputFile? JobSummary => GitHubActions.Instance?.StepSummaryFile is { } file ? new("The variable GITHUB_STEP_SUMMARY", file) : null;

    public void ExitWith(int code) => build.ExitCode = code;

    public void Summarise(IReadOnlyDictionary<string, string> summary) => BuildSummary.Report(build, summary);
}
