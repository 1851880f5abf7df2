using Nuke.Common;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build whose back end needs variables of its own: one that its workflow gives as a secret, one that it names itself.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Secrets = ["FEED_TOKEN"], AutoGenerate = false)]
internal sealed class Declaring : NukeBuild, IPublishDistributions
{
    public static int Run() => Execute<Declaring>(x => ((IPublishDistributions)x).Publish);

    IReadOnlyList<string> IPackDistributions.PackVariables => ["CHANNEL"];
}
