using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitLab;

public partial class GitLab : Host, IBuildServer
{
    private const string Clear = "\e[0K";

    internal GitLab()
    {
    }

    public static new GitLab Instance => Host.Instance as GitLab;

    internal static bool IsRunningGitLab => EnvironmentInfo.HasVariable("GITLAB_CI");

    internal override ConsoleColors Colors => ConsoleColors.Ansi;

    string IBuildServer.Branch => CommitRefName;

    string IBuildServer.Commit => CommitSha;

    public string CommitRefName => EnvironmentInfo.GetVariable("CI_COMMIT_REF_NAME");

    public string CommitSha => EnvironmentInfo.GetVariable("CI_COMMIT_SHA");

    public void BeginSection(string text, bool collapsed = true)
        => Console.WriteLine($"{Clear}section_start:{Now}:{Id(text)}[collapsed={(collapsed ? "true" : "false")}]\r{Clear}{text}");

    public void EndSection(string text) => Console.WriteLine($"{Clear}section_end:{Now}:{Id(text)}\r{Clear}");

    protected internal override IDisposable WriteBlock(string text)
        => DelegateDisposable.CreateBracket(() => BeginSection(text), () => EndSection(text));

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static string Id(string text) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
