using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Components;

namespace Builds;

internal sealed class RepositoryBuild : NukeBuild, IHazGitRepository, IHazReports, IHazChangelog
{
    public static int Run() => Execute<RepositoryBuild>(x => x.Show);

    Target Show => _ => _.Executes(() =>
    {
        var repository = ((IHazGitRepository)this).GitRepository;
        Say.Value("Endpoint", repository.Endpoint);
        Say.Value("Identifier", repository.Identifier);
        Say.Value("Branch", repository.Branch);
        Say.Value("Commit", repository.Commit);
        Say.Value("Tags", repository.Tags);
        Say.Value("Https", repository.HttpsUrl);
        Say.Value("Reports", RootDirectory.GetRelativePathTo(((IHazReports)this).ReportDirectory));
        Say.Value("Changelog", ((IHazChangelog)this).ChangelogFile == RootDirectory / "CHANGELOG.md");
    });
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

    IEnumerable<AbsolutePath> IPublish.PushPackageFiles => [];

    public Target Restore => _ => _.Executes(Say.Ran("Restore"));

    public Target Compile => _ => _.DependsOn(Restore).Executes(Say.Ran("Compile"));

    public Target Test => _ => _.DependsOn(Compile).Executes(Say.Ran("Test"));

    public Target Pack => _ => _.DependsOn(Compile).Executes(Say.Ran("Pack"));

    public Target Publish => _ => _.Inherit<IPublish>(x => x.Publish).Inherit<IPublishElsewhere>();
}
