using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>GitHub's runner, detected by the presence of GITHUB_ACTIONS with any value.</summary>
public class GitHubActions : Host
{
    internal GitHubActions()
    {
    }

    /// <summary>Null outside GitHub, and before the build's static members have been accessed.</summary>
    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    internal static bool IsRunningGitHubActions => EnvironmentInfo.GetVariable("GITHUB_ACTIONS") != null;

    public AbsolutePath StepSummaryFile => EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY");

    internal override ConsoleColors Colors => ConsoleColors.Ansi;

    public void WriteCommand(string command, string message = null)
        => Console.WriteLine($"::{command}::{message?.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A")}");

    internal override IDisposable WriteBlock(string text)
    {
        WriteCommand("group", text);
        return new Bracket(() => WriteCommand("endgroup", text));
    }

    internal override void ReportWarning(string text) => WriteCommand("warning", text);

    internal override void ReportError(string text) => WriteCommand("error", text);

    /// <summary>Commands pass through the log unchanged. This method receives the template, so its placeholders are not filled in.</summary>
    internal override bool FilterMessage(string message)
    {
        var isCommand = message.StartsWith("::", StringComparison.Ordinal) || message.StartsWith("##[", StringComparison.Ordinal);
        if (isCommand)
            Console.WriteLine(message);
        return isCommand;
    }
}
