using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build whose own targets have the names of the components' targets and inherit them.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class ComposingOwnTargets : NukeBuild, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<ComposingOwnTargets>(x => x.Publish);

    Target Compile => _ => _.Executes(() => (TemporaryDirectory / "compiled").WriteAllText("compiled"));

    public Target Pack => _ => _.Inherit<IPackDistributions>(x => x.Pack).DependsOn(Compile);

    public Target Publish => _ => _.Inherit<IPublishDistributions>(x => x.Publish).Executes(() => Log.Information("Told everybody"));
}

/// <summary>A build whose own targets hide the components'.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class HidingPack : NukeBuild, ICheckWorkflow, IDoctor
{
    public static int Run() => Execute<HidingPack>(x => x.Pack);

    public Target Pack => _ => _.Executes(() => Log.Information("Packed something else"));
}

/// <summary>A base class can hide them too.</summary>
internal abstract class CompanyBuild : NukeBuild
{
    public virtual Target Publish => _ => _.Executes(() => Log.Information("Published to the company"));
}

[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class HidingPublish : CompanyBuild, ICheckWorkflow, IDoctor
{
    public static int Run() => Execute<HidingPublish>(x => ((IPackDistributions)x).Pack);
}

/// <summary>A derived component overrides the target without inheriting it.</summary>
internal interface IPackDifferently : IPackDistributions
{
    Target IPackDistributions.Pack => _ => _.Executes(() => Log.Information("Packed differently"));
}

[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class HidingInAComponent : NukeBuild, IPackDifferently, ICheckWorkflow, IDoctor
{
    public static int Run() => Execute<HidingInAComponent>(x => ((IPackDistributions)x).Pack);
}

/// <summary>A base class and a component together.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class ComposingWithABase : CompanyBuild, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<ComposingWithABase>(x => x.Publish);

    public override Target Publish => _ => _.Base().Inherit<IPublishDistributions>();
}
