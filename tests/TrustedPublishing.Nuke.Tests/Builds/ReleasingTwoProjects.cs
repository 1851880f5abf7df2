using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that releases two Python projects of one repository.</summary>
[TrustedPublishingWorkflow("release-greeter", Project = "python/greeter", OnPushTags = ["greeter-v*"], Repository = "octo-org/monorepo")]
[TrustedPublishingWorkflow("release-parter", Project = "python/parter", OnPushTags = ["parter-v*"], Environment = "pypi-parter", Repository = "octo-org/monorepo")]
internal sealed class ReleasingTwoProjects : NukeBuild, ICheckWorkflow
{
    public static int Run() => Execute<ReleasingTwoProjects>(x => ((IPublishDistributions)x).Publish);
}
