using TrustedPublishing.Benchmarks.Workloads;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>An empty embedded index that takes files of any size and trusts a publisher.</summary>
internal static class FreshIndex
{
    public static async Task<RehearsalIndex> StartAsync(TimeSpan latency)
    {
        var index = await RehearsalIndex.StartAsync(new() { Latency = latency, MaximumFileSize = long.MaxValue });
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "benchmark", Workflow = "release.yml", PendingProject = WheelFile.Project });
        return index;
    }

    public static Endpoint Endpoint(RehearsalIndex index) =>
        new(index.Index.UploadUrl.AbsoluteUri, index.AddUserToken("owner").Reveal(), index.JobEnvironment());
}
