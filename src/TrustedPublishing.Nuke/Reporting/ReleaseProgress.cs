using Spectre.Console;

namespace TrustedPublishing.Nuke.Reporting;

#pragma warning disable RS0030 // The console is banned elsewhere; progress bars need a terminal, which a log is not.

/// <summary>Selects how the progress of a release is shown.</summary>
internal static class ReleaseProgress
{
    /// <summary>Progress bars on a terminal; one line per file in logs.</summary>
    public static IReleaseProgress Create(PublishOptions options, bool isLocal) =>
        isLocal && IsWatched(options) ? new BarProgress(new LogProgress(), AnsiConsole.Console, options.Time) : new LogProgress();

    private static bool IsWatched(PublishOptions options) =>
        !Console.IsOutputRedirected && options.Environment.GetValueOrDefault("TERM") != "dumb";
}
