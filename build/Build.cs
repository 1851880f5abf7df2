using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke;
using TrustedPublishing.Nuke.Rehearsing;

/// <summary>The build of this repository, composed of its own components. The Python project that it releases is the sample.</summary>
partial class Build : NukeBuild, IPublishDistributions, IServeIndex, ICheckWorkflow
{
    public static int Main(string[] arguments) => OfSample(arguments) ?? Execute<Build>(x => x.Test);

    AbsolutePath IHazPythonProject.PythonProject => RootDirectory / "tests" / "samples" / "greeter";
}
