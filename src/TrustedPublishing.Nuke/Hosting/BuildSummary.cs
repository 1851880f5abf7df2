using Nuke.Common;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>The text after a target in NUKE's table.</summary>
internal static class BuildSummary
{
    /// <summary>
    /// Replaces the text. NUKE itself looks for the running target; after Ctrl+C that target is marked as aborted, and NUKE's own method throws.
    /// </summary>
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
