using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that generates its release workflow.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class Releasing : NukeBuild, ICheckWorkflow
{
    public static int Run() => Execute<Releasing>(x => ((IPublishDistributions)x).Publish);
}
