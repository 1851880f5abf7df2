using Spectre.Console;

namespace TrustedPublishing.Nuke.Reporting;

#pragma warning disable RS0030 // The console is banned elsewhere; a bar is for a terminal only, which a log does not give.

/// <summary>Chooses how a release is shown while it happens.</summary>
internal static class ReleaseProgress
{
    /// <summary>Bars where somebody watches; one line per file in logs.</summary>
    public static IReleaseProgress Create(PublishOptions options, bool isLocal) =>
        isLocal && IsWatched(options) ? new BarProgress(new LogProgress(), AnsiConsole.Console, options.Time) : new LogProgress();

    private static bool IsWatched(PublishOptions options) =>
        !Console.IsOutputRedirected && options.Environment.GetValueOrDefault("TERM") != "dumb";
}
