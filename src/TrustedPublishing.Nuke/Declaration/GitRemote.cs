using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>
/// The repository of the git remote <c>origin</c>. NUKE's own reader does not support worktrees and local remotes, so this class runs git.
/// </summary>
internal static partial class GitRemote
{
    /// <summary>Host, owner and name of the remote, or null if there is no git, no such remote, or no host in its address.</summary>
    public static GitRepositoryAddress? Read(string directory) => Parse(Address(directory));

    public static GitRepositoryAddress? Parse(string? address) =>
        address is not null && Pattern().Match(address) is { Success: true } match
            ? new(match.Groups["host"].Value, match.Groups["owner"].Value, match.Groups["name"].Value)
            : null;

    private static string? Address(string directory)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["remote", "get-url", "origin"]) { WorkingDirectory = directory };
            var git = ChildProgram.RunAsync(start, mayAlsoSee: (_, _) => false, tell: null, CancellationToken.None).GetAwaiter().GetResult();
            return git.ExitCode == 0 ? git.Output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null; // git is not installed
        }
    }

    [GeneratedRegex(
        """
        \A(?:(?:https?|ssh|git)://(?:[^/@]+@)?(?<host>[^/:]+)(?::[0-9]+)?/|(?![a-z]+://)(?:[^/@]+@)?(?<host>[^/:]+):)
        (?<owner>[^:]+)/(?<name>[^/]+?)(?:\.git)?/?\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
