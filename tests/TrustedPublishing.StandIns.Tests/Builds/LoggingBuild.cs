using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;

namespace Builds;

internal sealed class LoggingBuild : NukeBuild
{
    public static int Run() => Execute<LoggingBuild>(x => x.Speak);

    Target Speak => _ => _.Executes(() =>
    {
        Log.Verbose("a verbose line");
        Log.Debug("a debug line");
        Log.Information("an information for {Who}", "you");
        Log.Warning("a warning about {What}", "this");
        Log.Error("an error");
    });

    Target Command => _ => _.Executes(() =>
    {
        Log.Information("::add-mask::{Secret}", "hidden");
        GitHubActions.Instance?.WriteCommand("add-mask", "50%\nsure");
        Say.Value("summary", GitHubActions.Instance?.StepSummaryFile?.Name);
    });

    Target Fails => _ => _.Executes(() => throw new InvalidOperationException("the reason"));
}
