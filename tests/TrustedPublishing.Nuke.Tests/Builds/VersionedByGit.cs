using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tools.GitVersion;
using Nuke.Components;
using TrustedPublishing.Nuke;

namespace SampleBuilds;

/// <summary>A build that gets its version from GitVersion if there are sources, and starts without it.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], FetchDepth = 0, Repository = "octo-org/greeter")]
internal sealed class VersionedByGit : NukeBuild, IHazGitVersion, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<VersionedByGit>(x => ((IPublishDistributions)x).Publish);

    [GitVersion]
    [Optional]
    public GitVersion Versioning { get; }
}

/// <summary>The unmodified component, which requires the version at every start.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], FetchDepth = 0, Repository = "octo-org/greeter")]
internal sealed class VersionedByGitAlways : NukeBuild, IHazGitVersion, ICheckWorkflow
{
    public static int Run() => Execute<VersionedByGitAlways>(x => ((IPublishDistributions)x).Publish);
}

/// <summary>A build that at every start needs its solution, named in the parameters file, a value from that file, and its git repository.</summary>
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], Repository = "octo-org/greeter")]
internal sealed class WithDeepSolution : NukeBuild, IHazSolution, IHazGitRepository, IRehearsePublish, ICheckWorkflow
{
    public static int Run() => Execute<WithDeepSolution>(x => ((IPublishDistributions)x).Publish);

    [Solution("tools/more/Tools.slnx")]
    [Required]
    readonly Solution Tools;

    [Parameter]
    [Required]
    readonly string Flavour;

    [Parameter]
    [Required]
    readonly string Channel = "stable";
}
