using System.Diagnostics;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The target <c>Publish</c> of a compiled NUKE build.</summary>
internal sealed record NukeClient() : Client("NUKE build")
{
    public override ProcessStartInfo Start(Workload workload, WorkloadFolders folders, Endpoint endpoint)
    {
        var start = NukeBuilds.Start("Composed", folders, "Publish", "--distributions", Path.Combine(folders.FolderOf(workload), "*.whl"), "--pypi-index", endpoint.UploadUrl)
            .With(endpoint.Job);
        return endpoint.Job.Count > 0 ? start : start.With(KeyValuePair.Create("PYPI_TOKEN", endpoint.Token), KeyValuePair.Create("PYPI_VERIFY", "Off"));
    }
}
