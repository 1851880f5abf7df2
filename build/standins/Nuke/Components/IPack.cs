using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

// The settings members of these components (CompileSettings, PackSettings, …) are not included: they need the whole fluent tool API.
public interface IHazSolution : INukeBuild
{
    [Solution]
    [Required]
    Solution Solution => TryGetValue(() => Solution);
}

public interface IRestore : IHazSolution
{
    Target Restore => _ => _
        .Executes(() => DotNet($"restore {Solution} {(IgnoreFailedSources ? "--ignore-failed-sources" : ""):nq}"));

    [Parameter("Ignore unreachable sources during " + nameof(Restore))]
    bool IgnoreFailedSources => TryGetValue<bool?>(() => IgnoreFailedSources) ?? false;
}

public interface ICompile : IRestore, IHazConfiguration
{
    Target Compile => _ => _
        .DependsOn(Restore)
        .WhenSkipped(DependencyBehavior.Skip)
        .Executes(() =>
        {
            ReportSummary();
            var noRestore = SucceededTargets.Contains(Restore) ? "--no-restore" : "";
            var server = IsServerBuild ? "--property:ContinuousIntegrationBuild=true" : "";
            DotNet($"build {Solution} --configuration {Configuration} {noRestore:nq} {server:nq}");
        });
}

public interface IPack : ICompile, IHazArtifacts
{
    AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    Target Pack => _ => _
        .DependsOn(Compile)
        .Produces(PackagesDirectory / "*.nupkg")
        .Executes(() =>
        {
            var noBuild = SucceededTargets.Contains(Compile) ? "--no-build" : "";
            DotNet($"pack {Solution} --configuration {Configuration} {noBuild:nq} --output {PackagesDirectory}");
            ReportSummary(_ => _.AddPair("Packages", $"{PackagesDirectory.GlobFiles("*.nupkg").Count}"));
        });
}
