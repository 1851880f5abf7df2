using Nuke.Common;
using TrustedPublishing.Nuke;

namespace BenchmarkBuilds;

/// <summary>The same with the components for publishing.</summary>
internal sealed class Composed : NukeBuild, IPublishDistributions
{
    public static int Run() => Execute<Composed>(x => x.Nothing);

    public Target Nothing => _ => _
        .Executes(() => { });
}
