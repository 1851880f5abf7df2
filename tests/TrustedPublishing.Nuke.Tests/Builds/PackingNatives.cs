using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that packs the repository's native libraries, which are in one folder per runtime identifier.</summary>
internal sealed class PackingNatives : NukeBuild, IPackNativeLibrary, IPublishDistributions
{
    public static int Run() => Execute<PackingNatives>(x => ((IPublishDistributions)x).Publish);

    IReadOnlyList<string> IPackForPlatforms.ReleaseRuntimeIdentifiers => EnvironmentInfo.GetVariable("SAMPLE_RUNTIMES")?.Split(',') ?? [];

    IReadOnlyDictionary<string, IReadOnlyDictionary<string, AbsolutePath>> IPackNativeLibrary.Platforms => (RootDirectory / "natives").GetDirectories()
        .ToDictionary(folder => folder.Name, IReadOnlyDictionary<string, AbsolutePath> (folder) => folder.GetFiles().ToDictionary(file => $"greeter/native/{file.Name}"));
}
