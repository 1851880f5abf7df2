using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build with all of NUKE's own components for NuGet packages, each of the two products pushed by a target of its own.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class PublishingNuGetToo : NukeBuild, ICompile, ITest, IPack, IPublish, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<PublishingNuGetToo>(x => x.Publish);

    IEnumerable<Project> ITest.TestProjects => [];

    public Target Pack => _ => _.Inherit<IPack>(x => x.Pack).Inherit<IPackDistributions>(x => x.Pack);

    public Target Publish => _ => _.Inherit<IPublishDistributions>(x => x.Publish);

    public Target PushNuGet => _ => _.Inherit<IPublish>(x => x.Publish);
}

/// <summary>The same with one target for both, which needs a key that the publishing job does not have.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class PublishingBothAtOnce : NukeBuild, IPublish, ICheckWorkflow, IDoctor
{
    public static int Run() => Execute<PublishingBothAtOnce>(x => x.Publish);

    IEnumerable<Project> ITest.TestProjects => [];

    public Target Pack => _ => _.Inherit<IPack>(x => x.Pack).Inherit<IPackDistributions>(x => x.Pack);

    public Target Publish => _ => _.Inherit<IPublish>(x => x.Publish).Inherit<IPublishDistributions>(x => x.Publish);
}
