using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build in a repository that has not been pushed yet and whose location is not declared.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"])]
internal sealed class WithoutRemote : NukeBuild, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<WithoutRemote>(x => ((IPublishDistributions)x).Publish);
}
