using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitLab;

public class GitLab : Host
{
    private const string Clear = "\e[0K";

    internal GitLab()
    {
    }

    internal static bool IsRunningGitLab => EnvironmentInfo.GetVariable("GITLAB_CI") != null;

    internal override ConsoleColors Colors => ConsoleColors.Ansi;

    internal override IDisposable WriteBlock(string text)
    {
        var id = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
        Console.WriteLine($"{Clear}section_start:{Now}:{id}[collapsed=true]\r{Clear}{text}");
        return new Bracket(() => Console.WriteLine($"{Clear}section_end:{Now}:{id}\r{Clear}"));
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}
