namespace SampleBuilds;

/// <summary>Runs the build named by the environment variable and passes the command line to it.</summary>
internal static class Program
{
    private static int Main()
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_ASSEMBLIES") is { } file)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(file, AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
        }

        return Run();
    }

    private static int Run() => Environment.GetEnvironmentVariable("SAMPLE_BUILD") switch
    {
        nameof(PythonOnly) => PythonOnly.Run(),
        nameof(Declaring) => Declaring.Run(),
        nameof(Releasing) => Releasing.Run(),
        nameof(ReleasingFromItsRemote) => ReleasingFromItsRemote.Run(),
        nameof(ReleasingOnBoth) => ReleasingOnBoth.Run(),
        nameof(ReleasingTwoProjects) => ReleasingTwoProjects.Run(),
        nameof(Verifying) => Verifying.Run(),
        nameof(Diagnosed) => Diagnosed.Run(),
        nameof(DotNetAndPython) => DotNetAndPython.Run(),
        nameof(ComposingOwnTargets) => ComposingOwnTargets.Run(),
        nameof(HidingPack) => HidingPack.Run(),
        nameof(HidingPublish) => HidingPublish.Run(),
        nameof(HidingInAComponent) => HidingInAComponent.Run(),
        nameof(ComposingWithABase) => ComposingWithABase.Run(),
        nameof(PublishingNuGetToo) => PublishingNuGetToo.Run(),
        nameof(PublishingBothAtOnce) => PublishingBothAtOnce.Run(),
        nameof(VersionedByGit) => VersionedByGit.Run(),
        nameof(VersionedByGitAlways) => VersionedByGitAlways.Run(),
        nameof(WithoutRemote) => WithoutRemote.Run(),
        nameof(WithDeepSolution) => WithDeepSolution.Run(),
        nameof(BesideNukesWorkflow) => BesideNukesWorkflow.Run(),
        nameof(OverNukesWorkflow) => OverNukesWorkflow.Run(),
        nameof(FromNothing) => FromNothing.Run(),
        nameof(PackingATool) => PackingATool.Run(),
        nameof(PackingNatives) => PackingNatives.Run(),
        var other => throw new ArgumentException($"There is no build '{other}'."),
    };
}
