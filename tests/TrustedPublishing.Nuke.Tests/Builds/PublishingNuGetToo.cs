using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build with all of NUKE's own components for NuGet packages, in which each of the two products has its own publishing target.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class PublishingNuGetToo : NukeBuild, ICompile, ITest, IPack, IPublish, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<PublishingNuGetToo>(x => x.Publish);

    IEnumerable<Project> ITest.TestProjects => [];

    public Target Pack => _ => _.Inherit<IPack>(x => x.Pack).Inherit<IPackDistributions>(x => x.Pack);

    public Target Publish => _ => _.Inherit<IPublishDistributions>(x => x.Publish);

    public Target PushNuGet => _ => _.Inherit<IPublish>(x => x.Publish);
}

/// <summary>The same with a single target for both, which needs a key that the publishing job does not have.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class PublishingBothAtOnce : NukeBuild, IPublish, ICheckWorkflow, IDoctor
{
    public static int Run() => Execute<PublishingBothAtOnce>(x => x.Publish);

    IEnumerable<Project> ITest.TestProjects => [];

    public Target Pack => _ => _.Inherit<IPack>(x => x.Pack).Inherit<IPackDistributions>(x => x.Pack);

    public Target Publish => _ => _.Inherit<IPublish>(x => x.Publish).Inherit<IPublishDistributions>(x => x.Publish);
}
