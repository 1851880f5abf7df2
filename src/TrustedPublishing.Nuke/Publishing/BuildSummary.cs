using Nuke.Common;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What NUKE's table says behind a target.</summary>
internal static class BuildSummary
{
    /// <summary>Replaces it. NUKE looks for the target that runs; after Ctrl+C that one is marked as aborted, and NUKE's own way throws.</summary>
    public static void Report(INukeBuild build, IReadOnlyDictionary<string, string> summary)
    {
        try
        {
            build.ReportSummary(_ => new(summary));
        }
        catch (InvalidOperationException) when (build.RunningTargets.Count == 0)
        {
            foreach (var (name, value) in build.AbortedTargets.Count == 1 ? summary : new Dictionary<string, string>())
            {
                build.AbortedTargets.Single().SummaryInformation[name] = value;
            }
        }
    }
}
