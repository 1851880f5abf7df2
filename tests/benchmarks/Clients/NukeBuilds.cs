using System.Diagnostics;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The compiled NUKE builds beside this program.</summary>
internal static class NukeBuilds
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "TrustedPublishing.Benchmarks.Builds", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    /// <summary>Whether NUKE itself is real, or what <c>build/standins</c> has in its place.</summary>
    public static bool HaveStandIns => !File.Exists(Path.Combine(Folder, "Nuke.Common.dll"));

    /// <summary>A build in a repository of its own, so that nothing of an earlier run is found.</summary>
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
