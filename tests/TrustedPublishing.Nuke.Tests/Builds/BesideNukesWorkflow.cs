using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build with NUKE's own generated workflow for its tests and a separate one for releases.</summary>
[GitHubActions("ci", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], InvokedTargets = [nameof(Test)])]
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class BesideNukesWorkflow : NukeBuild, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<BesideNukesWorkflow>(x => ((IPublishDistributions)x).Publish);

    Target Test => _ => _.Executes(() => Log.Information("Tested"));
}

/// <summary>Both write the same file.</summary>
[GitHubActions("release", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], InvokedTargets = [nameof(Test)])]
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class OverNukesWorkflow : NukeBuild, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<OverNukesWorkflow>(x => ((IPublishDistributions)x).Publish);

    Target Test => _ => _.Executes(() => Log.Information("Tested"));
}
