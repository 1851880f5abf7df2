using System.Security.Cryptography;
using Nuke.Common.CI.GitHubActions;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>
/// Stops GitHub's runner from processing commands until it reads an unguessable token
/// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands"/>). Not
/// thread-safe.
/// </summary>
internal static class StoppedCommands
{
    private static string? token;

    public static void Stop()
    {
        if (token is null && GitHubActions.Instance is { } runner)
        {
            token = RandomNumberGenerator.GetHexString(40, lowercase: true);
            runner.WriteCommand("stop-commands", token);
        }
    }

    public static void Resume()
    {
        if (token is not null)
        {
            GitHubActions.Instance?.WriteCommand(token, "");
            token = null;
        }
    }
}
