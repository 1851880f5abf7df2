using Nuke.Common;
using TrustedPublishing.Nuke;
using TrustedPublishing.Nuke.Rehearsing;

namespace SampleBuilds;

/// <summary>The smallest build: a Python project in the repository's root.</summary>
internal sealed class PythonOnly : NukeBuild, IServeIndex
{
    public static int Run() => Execute<PythonOnly>(x => ((IPublishDistributions)x).Publish);

    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "greeter"];
}
