using Nuke.Common;
using Nuke.Common.IO;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

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
        .Executes(() => PushAll(this));

    IEnumerable<AbsolutePath> PushPackageFiles => PackagesDirectory.GlobFiles("*.nupkg");

    bool PushCompleteOnFailure => true;

    int PushDegreeOfParallelism => 5;

    private static void PushAll(IPublish build)
    {
        var source = build.NuGetSource == null ? "" : $"--source {build.NuGetSource}";
        var failures = new List<Exception>();
        foreach (var file in build.PushPackageFiles)
        {
            try
            {
                DotNet($"nuget push {file} {source:nq} --api-key {build.NuGetApiKey:r}");
            }
            catch (Exception exception) when (build.PushCompleteOnFailure)
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
