using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>What the target <c>Rehearse</c> does: the release as it is, only at another address.</summary>
internal static class RehearsalRun
{
    public static Task ExecuteAsync(IBuildHost host, RehearsalRequest request) => TargetRun.ExecuteAsync(() => RehearseAsync(host, request));

    private static async Task RehearseAsync(IBuildHost host, RehearsalRequest request)
    {
        var options = request.Options;
        var publisher = RehearsalSetup.PublisherOf(options);
        var project = RehearsalSetup.ProjectOf(options);
        await using var index = await RehearsalSetup.StartAsync(request.Index);
        index.RegisterFor(project, publisher);
        BuildLog.Information($"Rehearsing against an embedded index at {index.BaseUrl}");

        var report = await PublishRun.ReleaseAsync(host, At(index, options), request.Report);
        await SimpleCheck.ExecuteAsync(At(index, options), report);
        await InstallCheck.ExecuteAsync(index.Index, report, request.Command, Path.Combine(host.TemporaryFolder, "rehearsal"));
    }

    /// <summary>What differs from the real release: the addresses, the job's environment, and no credentials but the job's identity.</summary>
    private static PublishOptions At(RehearsalIndex index, PublishOptions options) => options with
    {
        Index = index.Index,
        Sigstore = index.Sigstore,
        Environment = index.JobEnvironment(),
        ApiToken = null,
        UserName = null,
        Password = null,
        LedgerFile = null,
    };
}
