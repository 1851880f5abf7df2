using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>The build of a repository that has never published anything.</summary>
internal sealed class FromNothing : NukeBuild, ISetUpRelease
{
    public static int Run() => Execute<FromNothing>(x => ((IPublishDistributions)x).Publish);
}
