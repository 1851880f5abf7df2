using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke;

partial class Build
{
    const string OwnSample = "greeter";

    [Parameter("Sample to run targets of instead: hello-tool, native-lib, nupkg-natives or both, for example with Rehearse - default: greeter, which this build releases")]
    readonly string Sample = OwnSample;

    /// <summary>Runs the sample's greeting, which shows that the installed package works.</summary>
    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "greeter"];

    /// <summary>The exit code of another sample's own build, which represents a separate repository; null to run this build itself.</summary>
    static int? OfSample(string[] arguments)
    {
        var at = Array.FindIndex(arguments, argument => argument.Equals("--sample", StringComparison.OrdinalIgnoreCase));
        if (at < 0 || at + 1 >= arguments.Length || arguments[at + 1] == OwnSample)
        {
            return null;
        }

        var (name, others) = (arguments[at + 1], arguments.Where((_, index) => index != at && index != at + 1));
        var root = RootDirectory / "tests" / "samples" / name;
        if (!(root / "build").DirectoryExists())
        {
            Console.Error.WriteLine($"There is no sample '{name}' with a build of its own in {root}. Use hello-tool, native-lib, nupkg-natives or both.");
            return 1;
        }

        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet", ["run", "--project", RootDirectory / "build" / "samples", "--verbosity", "quiet", "--", .. others, "--root", root]);
        start.Environment["SAMPLE"] = name;
        start.Environment.Remove("NUKE_ROOT");
        using var sample = System.Diagnostics.Process.Start(start)!;
        sample.WaitForExit();
        return sample.ExitCode;
    }
}
