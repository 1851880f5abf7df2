using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Components;
using TrustedPublishing.Nuke;

namespace Both;

/// <summary>
/// One build creates a NuGet package with NUKE's own component, and a wheel with ours. Both have a target Pack, which the build therefore combines.
/// </summary>
internal sealed class Build : NukeBuild, IPack, IPackDotNetTool, IRehearsePublish
{
    public static int Main() => Execute<Build>(x => ((IPublishDistributions)x).Publish);

    [Solution("both.slnx")] readonly Solution Solution = null!;

    Solution IHazSolution.Solution => Solution;

    AbsolutePath IPackDotNetTool.ToolProject => RootDirectory / "src" / "both.csproj";

    ToolDeployment IPackDotNetTool.ToolDeployment => ToolDeployment.FrameworkDependent;

    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "both_hello"];

    public Target Pack => _ => _
        .Inherit<IPack>(x => x.Pack)
        .Inherit<IPackDistributions>(x => x.Pack);
}
