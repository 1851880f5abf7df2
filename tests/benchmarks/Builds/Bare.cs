using Nuke.Common;

namespace BenchmarkBuilds;

/// <summary>A build with a single target that does nothing.</summary>
internal sealed class Bare : NukeBuild
{
    public static int Run() => Execute<Bare>(x => x.Nothing);

    public Target Nothing => _ => _
        .Executes(() => { });
}
