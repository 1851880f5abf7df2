using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that packs a console program with settings from its variables.</summary>
internal sealed class PackingATool : NukeBuild, IPackDotNetTool
{
    public static int Run() => Execute<PackingATool>(x => ((IPackDistributions)x).Pack);

    ToolDeployment IPackDotNetTool.ToolDeployment => Enum.Parse<ToolDeployment>(EnvironmentInfo.GetVariable("SAMPLE_DEPLOYMENT") ?? nameof(ToolDeployment.SelfContained));

    AbsolutePath IPackDotNetTool.ToolProject => (RootDirectory / "src").GlobFiles("*.csproj").Single();
}
