using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>The file that allows <c>--continue</c> to skip targets that the previous attempt has finished.</summary>
internal static class Attempt
{
    public static IReadOnlyCollection<string> Begin(NukeBuild build)
    {
        var file = WellKnown.AttemptFile(NukeBuild.RootDirectory);
        var invocation = Invocation();
        var done = Done(build, file, invocation);
        file.WriteAllLines([invocation, .. done]);
        return done;
    }

    public static void Append(NukeBuild build, string targetName)
        => File.AppendAllLines(WellKnown.AttemptFile(((INukeBuild)build).RootDirectory), [targetName]);

    private static string[] Done(NukeBuild build, AbsolutePath file, string invocation)
    {
        if (!build.Continue || !file.FileExists())
            return [];

        var lines = file.ReadAllLines();
        if (lines.FirstOrDefault() == invocation)
            return lines[1..];

        Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }

    // Options are ignored, so that a second attempt may be more verbose than the first.
    private static string Invocation()
    {
        var arguments = EnvironmentInfo.CommandLineArguments.Where(x => !x.StartsWith('-')).JoinSpace();
        return Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(arguments)));
    }
}
