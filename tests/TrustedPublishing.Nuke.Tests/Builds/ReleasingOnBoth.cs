using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that releases from GitHub and from GitLab.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
[TrustedPublishingGitLab(OnPushTags = ["v*"], Repository = "group/greeter")]
internal sealed class ReleasingOnBoth : NukeBuild, ICheckWorkflow
{
    public static int Run() => Execute<ReleasingOnBoth>(x => ((IPublishDistributions)x).Publish);
}
