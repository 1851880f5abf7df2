using System.Diagnostics;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>twine, with an API token.</summary>
internal sealed record TwineClient() : Client("twine", "twine")
{
    public override ProcessStartInfo Start(Workload workload, WorkloadFolders folders, Endpoint endpoint) =>
        Benchmarks.Programs.Of("twine", ["upload", "--non-interactive", "--disable-progress-bar", "--repository-url", endpoint.UploadUrl, .. folders.FilesOf(workload)])
            .With(KeyValuePair.Create("TWINE_USERNAME", "__token__"), KeyValuePair.Create("TWINE_PASSWORD", endpoint.Token));
}
