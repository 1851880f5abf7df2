using Nuke.Common;
using Nuke.Components;
using Serilog;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>
/// A build with NUKE's own component for NuGet packages beside the one for distributions. Both have a target <c>Pack</c>, so the build
/// implements it and says what each of them means.
/// </summary>
internal sealed class DotNetAndPython : NukeBuild, IHazArtifacts, IPackNuGet, IPublishDistributions
{
    public static int Run() => Execute<DotNetAndPython>(x => x.Pack);

    public Target Pack => _ => _
        .Inherit<IPackNuGet>(x => x.Pack)
        .Inherit<IPackDistributions>(x => x.Pack);
}

/// <summary>Stands for a component of the user's or of NUKE's that has a target of the same name.</summary>
internal interface IPackNuGet : INukeBuild
{
    Target Pack => _ => _
        .Executes(() => Log.Information("Packed the NuGet package"));
}
