using Serilog;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>What the target <c>Rehearse</c> does: the release as it is, only at another address.</summary>
internal static class RehearsalRun
{
    public static async Task ExecuteAsync(IRehearsePublish build)
    {
        var options = build.ConfigurePublish(PublishParameters.Of(build));
        var publisher = RehearsalParameters.PublisherOf(options);
        var project = RehearsalParameters.ProjectOf(options);
        await using var index = await RehearsalParameters.StartAsync(build);
        index.RegisterFor(project, publisher);
        Log.Information("Rehearsing against an embedded index at {Address:l}", index.BaseUrl);

        var report = await PublishRun.ExecuteAsync(build, At(index, options));
        await SimpleCheck.ExecuteAsync(At(index, options), report);
        await InstallCheck.ExecuteAsync(index.Index, report, build.RehearsalCommand, build.TemporaryDirectory / "rehearsal");
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
