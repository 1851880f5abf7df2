using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build whose workflow is for the repository of the git remote.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"])]
internal sealed class ReleasingFromItsRemote : NukeBuild, ICheckWorkflow
{
    public static int Run() => Execute<ReleasingFromItsRemote>(x => ((IPublishDistributions)x).Publish);
}
