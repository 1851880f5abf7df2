using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke;
using TrustedPublishing.Nuke.Rehearsing;

namespace NativeLib;

/// <summary>Packs a Python package with a library that NativeAOT compiles.</summary>
internal sealed class Build : NukeBuild, IPackNativeLibrary, IRehearsePublish
{
    public static int Main() => Execute<Build>(x => ((IPublishDistributions)x).Publish);

    AbsolutePath IHazPythonProject.PythonProject => RootDirectory / "python";

    AbsolutePath IPackNativeLibrary.NativeProject => RootDirectory / "src" / "Adder.csproj";

    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "adder"];
}
