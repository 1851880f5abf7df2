using System.Diagnostics;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The compiled NUKE builds next to this program.</summary>
internal static class NukeBuilds
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "TrustedPublishing.Benchmarks.Builds", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    /// <summary>Whether they use the stand-ins in <c>build/standins</c> instead of NUKE itself.</summary>
    public static bool HaveStandIns => !File.Exists(Path.Combine(Folder, "Nuke.Common.dll"));

    /// <summary>Starts a build in its own repository, so that nothing of an earlier run is found.</summary>
    public static ProcessStartInfo Start(string build, WorkloadFolders folders, params IEnumerable<string> arguments)
    {
        var root = folders.NewFolder();
        Directory.CreateDirectory(Path.Combine(root, ".nuke"));
        var start = Programs.DotNet(Path.Combine(Folder, "TrustedPublishing.Benchmarks.Builds.dll"), arguments)
            .With(KeyValuePair.Create("BENCHMARK_BUILD", build), KeyValuePair.Create("NUKE_ROOT", root), KeyValuePair.Create("NUKE_TELEMETRY_OPTOUT", "true"));
        start.WorkingDirectory = root;
        return start;
    }
}
