using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>
/// A build whose backend needs variables of its own: one that its workflow provides as a secret, and one that the build itself names.
/// </summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Secrets = ["FEED_TOKEN"], AutoGenerate = false)]
internal sealed class Declaring : NukeBuild, IPublishDistributions
{
    public static int Run() => Execute<Declaring>(x => ((IPublishDistributions)x).Publish);

    IReadOnlyList<string> IPackDistributions.PackVariables => ["CHANNEL"];
}
