using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Programs that tests use for comparison if they are installed.</summary>
public static class Peers
{
    /// <summary>The full path of <paramref name="program"/> on PATH. If it is missing, the running test is skipped with the reason.</summary>
    public static string Find(string program)
    {
        var path = TryFind(program);
        Assert.SkipWhen(path is null, $"'{program}' is not on PATH: install it, or run './build.sh InstallPeers', to run this test.");
        return path!;
    }

    /// <summary>
    /// A Python that can import all of <paramref name="modules"/>: the one on PATH, or the system's own. If there is none, the running test is
    /// skipped with the reason.
    /// </summary>
    public static async Task<string> FindPythonAsync(params string[] modules)
    {
        foreach (var python in Pythons())
        {
            if ((await ChildProcess.RunAsync(python, ["-c", $"import {string.Join(", ", modules)}"], cancellationToken: TestContext.Current.CancellationToken)).ExitCode == 0)
            {
                return python;
            }
        }

        Assert.Skip($"No python3 of this machine has {string.Join(" and ", modules)}: install them, or run './build.sh InstallPeers', to run this test.");
        return "";
    }

    /// <summary>The Python on PATH and that of the system, which has the modules of the system's packages.</summary>
    public static IEnumerable<string> Pythons() => new[] { TryFind("python3"), "/usr/bin/python3" }.OfType<string>().Where(File.Exists).Distinct();

    /// <summary>The full path of <paramref name="program"/> on PATH, or <see langword="null"/>.</summary>
    public static string? TryFind(string program) => (
        from directory in Split("PATH", Path.PathSeparator)
        from extension in OperatingSystem.IsWindows() ? Split("PATHEXT", ';') : [""]
        let candidate = Path.Combine(directory, program + extension)
        where IsProgram(candidate)
        select candidate).FirstOrDefault();

    static string[] Split(string variable, char separator) =>
        Environment.GetEnvironmentVariable(variable)?.Split(separator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    static bool IsProgram(string path) => File.Exists(path) && (OperatingSystem.IsWindows() ||
        (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
