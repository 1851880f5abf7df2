using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke;
using TrustedPublishing.Nuke.Rehearsing;

namespace HelloTool;

/// <summary>Packs a console program, compiled to native code, as a command for Python users.</summary>
internal sealed class Build : NukeBuild, IPackDotNetTool, IRehearsePublish
{
    public static int Main() => Execute<Build>(x => ((IPublishDistributions)x).Publish);

    AbsolutePath IPackDotNetTool.ToolProject => RootDirectory / "src" / "hello.csproj";

    ToolDeployment IPackDotNetTool.ToolDeployment => ToolDeployment.NativeAot;

    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "hello_dotnet_tool"];
}
