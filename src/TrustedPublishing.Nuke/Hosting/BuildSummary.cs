using Nuke.Common;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>What NUKE's table says behind a target.</summary>
internal static class BuildSummary
{
    /// <summary>Replaces it. NUKE looks for the target that runs; after Ctrl+C that one is marked as aborted, and NUKE's own way throws.</summary>
    public static void Report(INukeBuild build, IReadOnlyDictionary<string, string> summary)
    {
        var shown = summary.ToDictionary(pair => BuildLog.Shown(pair.Key), pair => BuildLog.Shown(pair.Value));
        try
        {
            build.ReportSummary(_ => shown);
        }
        catch (InvalidOperationException) when (build.RunningTargets.Count == 0)
        {
            foreach (var (name, value) in build.AbortedTargets.Count == 1 ? shown : [])
            {
                build.AbortedTargets.Single().SummaryInformation[name] = value;
            }
        }
    }
}
