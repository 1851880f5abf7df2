using System.Diagnostics;
using TrustedPublishing.Testing;

namespace TrustedPublishing.StandIns.Tests.Running;

/// <summary>A directory with .nuke in it, in which builds run as child processes with an environment determined by the test.</summary>
internal sealed class Workspace : IDisposable
{
    // The variables that a .NET process needs to start; any other could be read as a parameter.
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "USERPROFILE", "SystemRoot", "TEMP", "TMP", "TMPDIR", "DOTNET_ROOT", "APPDATA", "LOCALAPPDATA", "ProgramFiles",
    ];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nuke stand-in ");

    public Workspace() => _directory.CreateSubdirectory(".nuke");

    public string Root => _directory.FullName;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The directory of builds that were compiled against the real packages, if these tests should run against them.</summary>
    public static string? RealBuilds { get; } = System.Environment.GetEnvironmentVariable("REAL_NUKE_BUILDS");

    public string Directories(params string[] names) => _directory.CreateSubdirectory(Path.Combine(names)).FullName;

    public string PathOf(params string[] names) => Path.Combine([Root, .. names]);

    public string Read(params string[] names) => File.ReadAllText(PathOf(names));

    public void Write(string text, params string[] names)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(names))!);
        File.WriteAllText(PathOf(names), text);
    }

    public Outcome Run(string build, params string[] arguments) => RunIn(Root, build, arguments);

    public Outcome RunIn(string directory, string build, params string[] arguments)
    {
        using var process = Start(directory, build, arguments);
        return Finish(process, process.StandardOutput.ReadToEndAsync());
    }

    public Process Start(string directory, string build, params string[] arguments)
    {
        var assembly = Path.Combine(RealBuilds ?? AppContext.BaseDirectory, "TrustedPublishing.StandIns.Builds.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var inherited = start.Environment.Where(x => Inherited.Contains(x.Key)).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
            start.Environment[name] = value;
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        start.Environment["STANDIN_SAMPLE"] = build;
        start.Environment["NUKE_TELEMETRY_OPTOUT"] = "1"; // for the real packages
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static Outcome Finish(Process process, Task<string> output)
    {
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience.Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The build did not end within {Patience.Limit}.");
        }

        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
