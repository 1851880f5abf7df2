using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>
/// The implementation of the target <c>Rehearse</c>: the unchanged release, only at other addresses, with an embedded index for each index.
/// </summary>
internal static class RehearsalRun
{
    public static Task ExecuteAsync(IBuildHost host, RehearsalRequest request) => TargetRun.ExecuteAsync(ManualSection.RehearsalFailed, () => RehearseAsync(host, request));

    private static async Task RehearseAsync(IBuildHost host, RehearsalRequest request)
    {
        var indexes = new List<RehearsalIndex>();
        try
        {
            foreach (var (place, options) in request.Releases.Index())
            {
                indexes.Add(await StartAsync(request, options, place));
            }

            await RehearseAsync(host, request, [.. indexes.Zip(request.Releases, At)]);
        }
        finally
        {
            foreach (var (place, index) in indexes.Index())
            {
                RehearsalPages.Write(index, Path.Combine(request.PagesFolder, place == 0 ? "" : $"index-{place + 1}"), request.OpensPages && place == 0);
                await index.DisposeAsync();
            }
        }
    }

    private static async Task RehearseAsync(IBuildHost host, RehearsalRequest request, PublishOptions[] releases)
    {
        foreach (var results in (await PublishRun.ReleaseAsync(host, releases, request.Report, request.Attestations)).GroupBy(result => result.Index))
        {
            ReleaseResult[] all = [.. results];
            foreach (var (place, result) in all.Index())
            {
                var isLast = place == all.Length - 1; // the command may need every project
                await SimpleCheck.ExecuteAsync(releases.First(options => options.Index == result.Index), result.Report!);
                await InstallCheck.ExecuteAsync(result.Index, result.Report!, isLast ? request.Command : [], Path.Combine(host.TemporaryFolder, "rehearsal"), isFirst: place == 0);
            }
        }
    }

    private static async Task<RehearsalIndex> StartAsync(RehearsalRequest request, PublishOptions options, int place)
    {
        var index = await RehearsalSetup.StartAsync(RehearsalSetup.At(request.Index, place));
        try
        {
            RehearsalSetup.Register(index, options);
            BuildLog.Information($"Rehearsing against an embedded index{(request.Releases.Count > 1 ? $" in the place of {options.Index.Name}" : "")} at {index.BaseUrl}");
            return index;
        }
        catch (Failure)
        {
            await index.DisposeAsync();
            throw;
        }
    }

    /// <summary>The differences from the real release: the addresses, the job's environment, and no credentials except the job's identity.</summary>
    private static PublishOptions At(RehearsalIndex index, PublishOptions options) => options with
    {
        Index = index.Index,
        Sigstore = index.Sigstore,
        Environment = index.JobEnvironment(),
        ApiToken = null,
        UserName = null,
        Password = null,
        JournalFile = null,
    };
}
