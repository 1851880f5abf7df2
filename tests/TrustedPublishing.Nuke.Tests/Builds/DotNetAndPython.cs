using Nuke.Common;
using Nuke.Components;
using Serilog;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>
/// A build with NUKE's own component for NuGet packages and the one for distributions. Both have a target <c>Pack</c>, so the build implements it and
/// combines them.
/// </summary>
internal sealed class DotNetAndPython : NukeBuild, IHazArtifacts, IPackNuGet, IPublishDistributions
{
    public static int Run() => Execute<DotNetAndPython>(x => x.Pack);

    public Target Pack => _ => _
        .Inherit<IPackNuGet>(x => x.Pack)
        .Inherit<IPackDistributions>(x => x.Pack);
}

/// <summary>Represents a component of the user or of NUKE that has a target with the same name.</summary>
internal interface IPackNuGet : INukeBuild
{
    Target Pack => _ => _
        .Executes(() => Log.Information("Packed the NuGet package"));
}
