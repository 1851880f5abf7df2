using Nuke.Common;

namespace TrustedPublishing.Nuke;

#pragma warning disable RS0030 // The console is banned elsewhere; a bar needs the terminal itself, which a log does not give.

/// <summary>Chooses how a release is shown while it happens.</summary>
internal static class ReleaseProgress
{
    /// <summary>A bar where somebody watches; one line per file in logs.</summary>
    public static IProgress<PublishProgress> Create(PublishOptions options) =>
        IsWatched(options) ? new BarProgress(new LogProgress(), Console.Out, Width, options.Time) : new LogProgress();

    private static bool IsWatched(PublishOptions options) =>
        !Console.IsOutputRedirected && NukeBuild.IsLocalBuild && options.Environment.GetValueOrDefault("TERM") != "dumb" && Width() > 0;

    private static int Width()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0; // no terminal after all
        }
    }
}
