namespace Samples;

/// <summary>Runs the build of the sample named by the environment variable SAMPLE and passes the command line to it.</summary>
internal static class Program
{
    private static int Main() => Environment.GetEnvironmentVariable("SAMPLE") switch
    {
        "hello-tool" => HelloTool.Build.Main(),
        "native-lib" => NativeLib.Build.Main(),
        "nupkg-natives" => NupkgNatives.Build.Main(),
        "both" => Both.Build.Main(),
        var other => throw new ArgumentException($"There is no sample '{other}' with a build of its own: set SAMPLE to hello-tool, native-lib, nupkg-natives or both."),
    };
}
