using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;

namespace Builds;

internal sealed class RepositoryBuild : NukeBuild, IHazGitRepository
{
    public static int Run() => Execute<RepositoryBuild>(x => x.Show);

    Target Show => _ => _.Executes(() => Say.Value("there", ((IHazGitRepository)this).GitRepository != null));
}

/// <summary>NUKE's own Pack and Publish together with components that have the same target names: the build decides what they do.</summary>
internal interface IPublishElsewhere : INukeBuild
{
    Target Publish => _ => _.Executes(Say.Ran("elsewhere"));
}

internal sealed class PackageBuild : NukeBuild, IPublish, IPublishElsewhere
{
    public static int Run() => Execute<PackageBuild>(x => x.Publish);

    IEnumerable<Project> ITest.TestProjects => [];

    string IPublish.NuGetApiKey => "placeholder";

    public Target Restore => _ => _.Executes(Say.Ran("Restore"));

    public Target Compile => _ => _.DependsOn(Restore).Executes(Say.Ran("Compile"));

    public Target Test => _ => _.DependsOn(Compile).Executes(Say.Ran("Test"));

    public Target Pack => _ => _.DependsOn(Compile).Executes(Say.Ran("Pack"));

    public Target Publish => _ => _.Inherit<IPublish>(x => x.Publish).Inherit<IPublishElsewhere>();
}
