using TrustedPublishing.Benchmarks.Workloads;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>An empty embedded index that accepts files of any size and trusts a publisher.</summary>
internal static class FreshIndex
{
    public static async Task<RehearsalIndex> StartAsync(TimeSpan latency)
    {
        var index = await RehearsalIndex.StartAsync(new() { Latency = latency, MaximumFileSize = long.MaxValue });
        index.Register(RehearsalPublisher.ForGitHub("octo-org", "benchmark", "release.yml") with { PendingProject = WheelFile.Project });
        await WarmUpAsync(index);
        return index;
    }

    /// <summary>A real token service already has its key when a job sends a request; the embedded one generates it for the first token.</summary>
    private static async Task WarmUpAsync(RehearsalIndex index)
    {
        var job = index.JobEnvironment();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
        (await http.GetAsync(new Uri($"{job["ACTIONS_ID_TOKEN_REQUEST_URL"]}&audience=pypi"))).EnsureSuccessStatusCode().Dispose();
    }

    public static Endpoint Endpoint(RehearsalIndex index) =>
        new(index.Index.UploadUrl.AbsoluteUri, index.AddUserToken("owner").Reveal(), index.JobEnvironment());
}
