namespace SampleBuilds;

/// <summary>Runs the build that the environment variable names; the command line belongs to that build.</summary>
internal static class Program
{
    private static int Main() => Environment.GetEnvironmentVariable("SAMPLE_BUILD") switch
    {
        nameof(PythonOnly) => PythonOnly.Run(),
        nameof(Releasing) => Releasing.Run(),
        nameof(ReleasingFromItsRemote) => ReleasingFromItsRemote.Run(),
        nameof(ReleasingOnBoth) => ReleasingOnBoth.Run(),
        nameof(ReleasingTwoProjects) => ReleasingTwoProjects.Run(),
        nameof(Diagnosed) => Diagnosed.Run(),
        nameof(DotNetAndPython) => DotNetAndPython.Run(),
        var other => throw new ArgumentException($"There is no build '{other}'."),
    };
}
