using System.Globalization;

namespace TrustedPublishing.Benchmarks.Workloads;

/// <summary>The files of all workloads, each in its own folder, until disposal.</summary>
internal sealed class WorkloadFolders : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("trusted-publishing-benchmark-").FullName;

    public WorkloadFolders(IEnumerable<Workload> workloads)
    {
        foreach (var (workload, seed) in workloads.Select((workload, i) => (workload, i)))
        {
            var folder = Directory.CreateDirectory(FolderOf(workload)).FullName;
            for (var i = 1; i <= workload.Files; i++)
            {
                WheelFile.Write(folder, i, workload.Size, seed: (seed * 1000) + i);
            }
        }
    }

    public string FolderOf(Workload workload) => Path.Combine(root, workload.Name.Replace(' ', '-'));

    /// <summary>The files, in order.</summary>
    public IReadOnlyList<string> FilesOf(Workload workload) => [.. Directory.EnumerateFiles(FolderOf(workload)).Order(StringComparer.Ordinal)];

    /// <summary>A new folder for other purposes.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture))).FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);
}
