using System.Diagnostics;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The library, used by a small program.</summary>
internal sealed record LibraryClient() : Client("library")
{
    public override ProcessStartInfo Start(Workload workload, WorkloadFolders folders, Endpoint endpoint)
    {
        var start = Benchmarks.Programs.Self(PublishRole.Name, endpoint.UploadUrl, folders.FolderOf(workload)).With(endpoint.Job);
        return endpoint.Job.Count > 0 ? start : start.With(KeyValuePair.Create(PublishRole.TokenVariable, endpoint.Token));
    }
}
