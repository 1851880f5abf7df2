using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

// The settings members of these components (CompileSettings, PackSettings, …) are not included: they need the whole fluent tool API.
public interface IRestore : IHazSolution
{
    Target Restore => _ => _
        .Executes(() => DotNet($"restore {Solution.Path}"));
}

public interface ICompile : IRestore, IHazConfiguration
{
    Target Compile => _ => _
        .DependsOn(Restore)
        .Executes(() => DotNet($"build {Solution.Path} --configuration {Configuration}"));
}

public interface ITest : ICompile, IHazArtifacts
{
    IEnumerable<Project> TestProjects { get; }

    Target Test => _ => _
        .DependsOn(Compile)
        .Executes(() => { }); // the stand-in has no projects to test
}

public interface IPack : ICompile, IHazArtifacts
{
    internal AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    Target Pack => _ => _
        .DependsOn(Compile)
        .Produces(PackagesDirectory / "*.nupkg")
        .Executes(() => DotNet($"pack {Solution.Path} --configuration {Configuration} --output {PackagesDirectory}"));
}

public interface IPublish : IPack, ITest
{
    // In NUKE, the default is the public gallery. No packages are published with the stand-in, so it leaves the choice to NuGet's configuration.
    [Parameter]
    string NuGetSource => TryGetValue(() => NuGetSource);

    [Parameter]
    [Secret]
    string NuGetApiKey => TryGetValue(() => NuGetApiKey);

    Target Publish => _ => _
        .DependsOn(Test, Pack)
        .Requires(() => NuGetApiKey)
        .Executes(() =>
        {
            var source = NuGetSource == null ? "" : $"--source {NuGetSource}";
            foreach (var file in PackagesDirectory.GlobFiles("*.nupkg"))
                DotNet($"nuget push {file} {source:nq} --api-key {NuGetApiKey:r}");
        });
}
