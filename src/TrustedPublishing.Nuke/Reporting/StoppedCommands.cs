using System.Security.Cryptography;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>
/// Stops GitHub's runner from processing commands until it reads an unguessable token
/// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands"/>). Not
/// thread-safe.
/// </summary>
internal static class StoppedCommands
{
    private static string? token;

    public static void Stop(IBuildOutput? output)
    {
        if (token is null && output is { ObeysCommands: true })
        {
            token = RandomNumberGenerator.GetHexString(40, lowercase: true);
            output.WriteCommand("stop-commands", token);
        }
    }

    public static void Resume(IBuildOutput? output)
    {
        if (token is not null)
        {
            output?.WriteCommand(token, "");
            token = null;
        }
    }
}
