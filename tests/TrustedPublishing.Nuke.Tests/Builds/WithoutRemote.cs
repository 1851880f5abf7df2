using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build in a repository that nobody has pushed anywhere yet, and which does not say where it will be.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"])]
internal sealed class WithoutRemote : NukeBuild, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<WithoutRemote>(x => ((IPublishDistributions)x).Publish);
}
